import { ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import type { Table } from '../table/client.ts';
import { actorPartition } from '../table/keys.ts';

const ReportSchema = z.object({ agreementId: z.string(), period: z.string(), state: ReportStateSchema });

/** Every report of an actor and its state, newest period first. */
export async function reportsOfActor(table: Table, actorId: string): Promise<z.infer<typeof ReportSchema>[]> {
  const items = await table.queryAll({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :pk',
    ExpressionAttributeValues: { ':pk': actorPartition(actorId) },
    ScanIndexForward: false,
  });
  return items.map((item) => ReportSchema.parse(item));
}
