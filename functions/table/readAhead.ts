import type { Item, Key, Table } from './client.ts';

/** DynamoDB answers for no more keys at once. */
const MOST_KEYS = 100;
const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/**
 * The same table with these items read already, strongly and many at a time: asked for one by one they cost nothing more. They are
 * as they were when they were read, so every write that rests on one must say so in its condition.
 */
export async function readAhead(table: Table, keys: readonly Key[]): Promise<Table> {
  const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const known = new Map<string, Item | undefined>();
  const parts = Array.from({ length: Math.ceil(wanted.length / MOST_KEYS) }, (_, n) =>
    wanted.slice(n * MOST_KEYS, (n + 1) * MOST_KEYS),
  );
  await Promise.all(
    parts.map(async (part) => {
      const items = await table.getMany(part);
      for (const [n, key] of part.entries()) known.set(nameOf(key), items[n]);
    }),
  );
  const isKnown = (key: Key) => known.has(nameOf(key));
  return {
    ...table,
    get: (key, options) => (isKnown(key) ? Promise.resolve(known.get(nameOf(key))) : table.get(key, options)),
    getMany: (some) =>
      some.every(isKnown) ? Promise.resolve(some.map((key) => known.get(nameOf(key)))) : table.getMany(some),
  };
}
