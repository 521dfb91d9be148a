import { isDeepStrictEqual } from 'node:util';
import type { Item, Table } from '@insatskollen/functions/table/client.ts';
import { scan } from '@insatskollen/infra/local/scan.ts';

/** Everything that the table holds, by its key, so that a refusal can be shown to have changed none of it. */
export async function wholeTable(table: Table): Promise<Map<string, Item>> {
  const items = new Map<string, Item>();
  for await (const item of scan(table, {})) items.set(`${String(item['pk'])} ${String(item['sk'])}`, item);
  return items;
}

/** Keys of items that were made, changed or removed between two looks at the table. */
export function changedBetween(before: ReadonlyMap<string, Item>, after: ReadonlyMap<string, Item>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => !isDeepStrictEqual(before.get(key), after.get(key))).sort();
}
