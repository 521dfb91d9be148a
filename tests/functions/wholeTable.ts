import type { Table } from '@insatskollen/functions/table/client.ts';
import { scan } from '@insatskollen/infra/local/scan.ts';

interface Look {
  items: ReadonlyMap<string, string>;
  writes: number;
}
/** Of each way to a table: how many requests that may write have left, and what was seen when it was last looked at. */
const watched = new WeakMap<Table['client'], { writes: number; last?: Look }>();
const reading = /^(?:GetItem|BatchGetItem|Query|Scan|DescribeTable)Command$/;

function watch({ client }: Table) {
  const known = watched.get(client);
  if (known) return known;
  const made = { writes: 0 };
  watched.set(client, made);
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (request) => {
        if (!reading.test(commandName)) made.writes += 1;
        return next(request);
      },
    { step: 'initialize', name: 'watchWrites' },
  );
  return made;
}

/**
 * Everything that the table holds, as text by its key, so that a refusal can be shown to have changed none of it. Where nothing
 * was sent since that could write, it is what it was: to read it all again takes a second.
 */
export async function wholeTable(table: Table): Promise<ReadonlyMap<string, string>> {
  const seen: { writes: number; last?: Look } = watch(table);
  const { writes, last } = seen;
  if (last?.writes === writes) return last.items;
  const items = new Map<string, string>();
  for await (const item of scan(table, {}))
    items.set(`${String(item['pk'])} ${String(item['sk'])}`, JSON.stringify(item, inOrder));
  seen.last = { items, writes };
  return items;
}

/**
 * How many requests that may write have left for the table since it was first asked. Where that number stands still, the table
 * does too, and need not be read.
 */
export const writesSent = (table: Table): number => watch(table).writes;

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
