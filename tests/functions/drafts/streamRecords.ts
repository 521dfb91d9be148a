import type { Table } from '@insatskollen/functions/table/client.ts';
import { openStream } from '@insatskollen/infra/local/stream.ts';
import { z } from 'zod';

const RecordSchema = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({
    Keys: z.looseObject({ pk: z.object({ S: z.string() }) }),
    NewImage: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** Everything that the table's stream hands to whoever listens, from its beginning. */
export async function streamRecords(table: Table): Promise<z.infer<typeof RecordSchema>[]> {
  const next = await openStream(table);
  const records: z.infer<typeof RecordSchema>[] = [];
  let batch = await next({});
  while (batch) {
    records.push(...z.array(RecordSchema).parse(batch.records));
    batch = await next(batch.placesAfter());
  }
  return records;
}
