import { InitiativeContentSchema } from '@insatskollen/shared/initiatives/initiativeContent.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { storedAgreements } from '../agreements/store.ts';
import { writeAgreement } from '../agreements/write.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { forgetLibrary } from '../strategy/library.ts';
import { keyAfter, thingsOf, thingWrite } from '../strategy/things.ts';
import { type TransactWrite } from '../table/client.ts';
import { libraryKey } from '../table/keys.ts';
import { startOver } from '../table/startOver.ts';
import { holdNow, isAlive, keepHold, letGo, nobodyHolds, takeHold, type Hold } from './hold.ts';
import { keepEntries, keptEntries } from './journal.ts';
import type { Entry, Plan } from './plan.ts';

type InitiativeEntry = Extract<Entry, { kind: 'initiative' }>;
type AgreementEntry = Extract<Entry, { kind: 'agreement' }>;

/** Two writes for each, within the hundred of a transaction. */
const BATCH = 48;
const AT_ONCE = 4;

/**
 * Writes everything that a plan holds, or nothing. While it is planned and written nobody else writes in the registers; what is to be
 * written is kept first, and from the moment that the hold says `writing` all of it will be: by this request, or if it is cut off by
 * the next one that needs the registers. `remember` goes into the last transaction.
 */
export async function readIn(
  deps: Deps,
  by: string,
  plan: () => Promise<Plan>,
  refuse: (plan: Plan) => void,
  remember: (plan: Plan) => TransactWrite[],
): Promise<Plan> {
  await finishWhatWasLeft(deps);
  const hold = await takeHold(deps, by);
  let planned: Plan;
  try {
    planned = await plan();
    refuse(planned);
    await keepEntries(deps, hold, planned.entries);
    await keepHold(deps, hold, 'writing');
  } catch (error) {
    await deps.table.transact([letGo(hold)]).catch(() => {});
    throw error;
  }
  await writeAll(deps, hold, planned.entries, remember(planned));
  return planned;
}

/** For whoever writes in the registers: the check that nobody reads a file in. 503 while somebody does. */
export async function registersFree(deps: Deps): Promise<TransactWrite[]> {
  await finishWhatWasLeft(deps);
  return [nobodyHolds];
}

/** Writes what another request was cut off from. 503 while it is still at it. */
async function finishWhatWasLeft(deps: Deps): Promise<void> {
  const hold = await holdNow(deps);
  if (!hold) return;
  if (isAlive(deps, hold)) throw new Refused('busy');
  if (hold.state === 'writing') await writeAll(deps, hold, await keptEntries(deps, hold), []);
  else await deps.table.transact([letGo(hold)]).catch(() => {});
}

async function writeAll(deps: Deps, hold: Hold, entries: readonly Entry[], also: TransactWrite[]): Promise<void> {
  const initiatives = entries.filter((entry) => entry.kind === 'initiative');
  await writeInitiatives(deps, hold, initiatives);
  for (const entry of entries) if (entry.kind === 'agreement') await writeOneAgreement(deps, hold, entry);
  forgetLibrary(deps.table);
  await deps.table.transact([letGo(hold), ...also]);
}

/** Writes initiatives, many in a transaction and some transactions at once. What is written already is passed over. */
async function writeInitiatives(deps: Deps, hold: Hold, entries: readonly InitiativeEntry[]): Promise<void> {
  if (entries.length === 0) return;
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
    const about = {
      kind: 'initiative',
      id,
      version,
      what,
      by: hold.by,
      reason,
      before,
      after,
    } as const;
    return [[thingWrite(key, id, after, from ?? undefined), changeWrite(deps, about)]];
  });
  const batches: TransactWrite[][] = [];
  for (let at = 0; at < left.length; at += BATCH) batches.push(left.slice(at, at + BATCH).flat());
  for (let at = 0; at < batches.length; at += AT_ONCE) {
    await keepHold(deps, hold, 'writing');
    await Promise.all(batches.slice(at, at + AT_ONCE).map((writes) => deps.table.transact(writes)));
  }
}

async function writeOneAgreement(deps: Deps, hold: Hold, { id, from, after, reason }: AgreementEntry): Promise<void> {
  await keepHold(deps, hold, 'writing');
  await startOver(
    async () => {
      const before = (await storedAgreements(deps.table)).find(({ agreement }) => agreement.id === id);
      if ((before?.agreement.version ?? null) !== from) return;
      await writeAgreement(deps, {
        agreement: after,
        before,
        effectiveFrom: null,
        by: hold.by,
        reason,
        language: 'sv',
        alsoWrite: [],
      });
    },
    async () => {},
  );
}

const withoutId = (content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'id'));
