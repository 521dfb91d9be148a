import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableDefinition } from '@insatskollen/functions/table/definition.ts';
import type { Table } from '@insatskollen/functions/table/client.ts';
import { scan } from './scan.ts';

const EVERY_MS = 3_600_000;

/** Sweeps soon and then every hour; answers how to end that. A sweep that fails is tried again the next hour. */
export function sweepRegularly(table: Table): () => void {
  const sweep = () => void sweepExpired(table, new Date()).catch(() => {});
  const soon = setTimeout(sweep, 60_000);
  const regularly = setInterval(sweep, EVERY_MS);
  return () => {
    clearTimeout(soon);
    clearInterval(regularly);
  };
}

/** Removes what has expired, as the cloud's table does by itself and the embedded engine does not. */
export async function sweepExpired(table: Table, now: Date): Promise<number> {
  const documents = DynamoDBDocumentClient.from(table.client);
  const expired = {
    ExpressionAttributeNames: { '#expires': tableDefinition.ttlAttribute },
    ExpressionAttributeValues: { ':now': Math.floor(now.getTime() / 1000) },
  };
  let removed = 0;
  for await (const { pk, sk } of scan(table, {
    FilterExpression: '#expires <= :now',
    ProjectionExpression: 'pk, sk',
    ...expired,
  })) {
    try {
      await documents.send(
        new DeleteCommand({
          TableName: table.name,
          Key: { pk, sk },
          ConditionExpression: '#expires <= :now',
          ...expired,
        }),
      );
      removed += 1;
    } catch (error) {
      // Someone has renewed it meanwhile.
      if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
    }
  }
  return removed;
}
