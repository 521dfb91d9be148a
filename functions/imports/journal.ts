import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { importPartition, importPartKey } from '../table/keys.ts';
import type { Hold } from './hold.ts';
import { EntrySchema, type Entry } from './plan.ts';

/** An item of the table holds 400 kB. */
const PART_BYTES = 300_000;
const KEPT_DAYS = 30;

/** Keeps what is to be written, before any of it is: then it can be gone on with, whatever happens. */
export async function keepEntries(deps: Deps, hold: Hold, entries: readonly Entry[]): Promise<void> {
  const parts: Entry[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    if (bytes + size > PART_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(entry);
    bytes += size;
  }
  const expiresAtEpochSeconds = Math.ceil(deps.systemNow().getTime() / 1000) + KEPT_DAYS * 24 * 60 * 60;
  for (const [n, part] of parts.entries())
    await deps.table.put({
      Item: { ...importPartKey(hold.id, n), entries: JSON.stringify(part), expiresAtEpochSeconds },
    });
}

/** What is to be written, in the order that it can be. */
export async function keptEntries(deps: Deps, hold: Hold): Promise<Entry[]> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': importPartition(hold.id) },
    ConsistentRead: true,
  });
  return items.flatMap((item) => z.array(EntrySchema).parse(JSON.parse(z.string().parse(item['entries']))));
}
