import type { Table } from '@insatskollen/functions/table/client.ts';
import { openStream, type Places } from '@insatskollen/infra/local/stream.ts';

/** What a table's stream has told since it was asked last: the first time, from its beginning. */
export async function streamOf(table: Table): Promise<() => Promise<unknown[]>> {
  const next = await openStream(table);
  const read: { places: Places } = { places: {} };
  return async () => {
    const records: unknown[] = [];
    for (let batch = await next(read.places); batch; batch = await next(read.places)) {
      records.push(...batch.records);
      read.places = batch.placesAfter();
    }
    return records;
  };
}
