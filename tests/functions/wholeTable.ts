import type { Table } from '@insatskollen/functions/table/client.ts';
import { scan } from '@insatskollen/infra/local/scan.ts';

/** Everything that the table holds, as text by its key, so that a refusal can be shown to have changed none of it. */
export async function wholeTable(table: Table): Promise<Map<string, string>> {
  const items = new Map<string, string>();
  for await (const item of scan(table, {}))
    items.set(`${String(item['pk'])} ${String(item['sk'])}`, JSON.stringify(item, inOrder));
  return items;
}

/** Keys of items that were made, changed or removed between two looks at the table. */
export function changedBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** The engine gives fields and members of a set in whatever order it likes. */
function inOrder(_name: string, value: unknown): unknown {
  if (value instanceof Set) return [...value].sort();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
