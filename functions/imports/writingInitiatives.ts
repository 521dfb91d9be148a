import { InitiativeContentSchema } from '@insatskollen/shared/initiatives/initiativeContent.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { keyAfter, thingsOf, thingWrite } from '../strategy/things.ts';
import type { TransactWrite } from '../table/client.ts';
import { libraryKey } from '../table/keys.ts';
import type { Entry } from './plan.ts';

type InitiativeEntry = Extract<Entry, { kind: 'initiative' }>;

/** Two writes for each, within the hundred of a transaction. */
const BATCH = 48;
const AT_ONCE = 4;

/**
 * Writes initiatives, many in a transaction and some transactions at once. What is written already is passed over. `onTheWay` is told
 * before each round of transactions how many are written, and says whether to go on; `false` where it did not.
 */
export async function writeInitiatives(
  deps: Deps,
  by: string,
  entries: readonly InitiativeEntry[],
  onTheWay: (done: number) => Promise<boolean>,
): Promise<boolean> {
  if (entries.length === 0) return true;
  const things = await thingsOf(deps, 'initiative');
  const first = Number(keyAfter(things, 'initiative', '').sk.split('#')[0]);
  const left = entries.flatMap((entry, n): TransactWrite[][] => {
    const { id, from, after, reason } = entry;
    const stored = things.get(id);
    if ((stored?.version ?? null) !== from) return [];
    const version = (from ?? 0) + 1;
    const key = stored?.key ?? libraryKey('initiative', first + n, id);
    const before = stored && InitiativeContentSchema.parse(withoutId(stored.content));
    const moved = before && before.lifecycle !== after.lifecycle ? after.lifecycle : undefined;
    const what = from === null ? 'created' : (moved ?? 'changed');
    const about = { kind: 'initiative', id, version, what, by, reason, before, after } as const;
    return [[thingWrite(key, id, after, from ?? undefined), changeWrite(deps, about)]];
  });
  const size = BATCH * AT_ONCE;
  for (let at = 0; at < left.length; at += size) {
    if (!(await onTheWay(entries.length - left.length + at))) return false;
    const round = left.slice(at, at + size);
    const batches = Array.from({ length: AT_ONCE }, (_, n) => round.slice(n * BATCH, (n + 1) * BATCH).flat());
    await Promise.all(batches.filter(({ length }) => length > 0).map((writes) => deps.table.transact(writes)));
  }
  return true;
}

const withoutId = (content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'id'));
