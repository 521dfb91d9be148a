import type { ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { forgetLibrary } from '../strategy/library.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { handOver, holdNow, isAlive, keepHold, letGo, nobodyHolds, takeHold, takeOver, type Hold } from './hold.ts';
import { keepEntries, keptEntries } from './journal.ts';
import type { Entry, Plan } from './plan.ts';
import { writeAgreements } from './writingAgreements.ts';
import { writeInitiatives } from './writingInitiatives.ts';

/** With the round that is then under way nobody waits ten seconds for an answer: what is left is written by whoever the stream tells (`goOn.ts`). */
const ANSWER_WITHIN_MS = 6_000;

/** Whether everything was written before the answer, or is being written still. */
export type Written = 'all' | 'goesOn';

/**
 * Writes everything that a plan holds, or nothing. While it is planned and written nobody else writes in the registers; what is to be
 * written is kept first, and from the moment that the hold says `writing` all of it will be: by this request, by whoever the stream
 * tells when this one has no more time, or if it is cut off by the next one that needs the registers. `remember` goes into the
 * request's last transaction.
 */
export async function readIn(
  deps: Deps,
  { by, kind }: { by: string; kind: ExportKind },
  plan: () => Promise<Plan>,
  refuse: (plan: Plan) => void,
  remember: (plan: Plan, written: Written) => TransactWrite[],
): Promise<{ planned: Plan; written: Written }> {
  const mayGoOn = within(deps, ANSWER_WITHIN_MS);
  await finishWhatWasLeft(deps);
  const hold = await takeHold(deps, by, kind);
  let planned: Plan;
  try {
    planned = await plan();
    refuse(planned);
    await keepEntries(deps, hold, planned.entries);
    hold.total = planned.entries.length;
    await keepHold(deps, hold, { state: 'writing', done: 0, total: hold.total });
  } catch (error) {
    await deps.table.transact([letGo(hold)]).catch(() => {});
    throw error;
  }
  const written = await writeAll(deps, hold, planned.entries, mayGoOn, (how) => remember(planned, how));
  return { planned, written };
}

/** For whoever writes in the registers: the check that nobody reads a file in. 503 while somebody does. */
export async function registersFree(deps: Deps): Promise<TransactWrite[]> {
  await finishWhatWasLeft(deps);
  return [nobodyHolds];
}

/** Writes what another request was cut off from. 503 while it is still at it, or when it takes longer than one waits for an answer. */
async function finishWhatWasLeft(deps: Deps): Promise<void> {
  if ((await goOnWriting(deps, within(deps, ANSWER_WITHIN_MS))) === 'goesOn') throw new Refused('busy');
}

/** Goes on with what somebody stopped or was cut off from, if there is anything, as long as it may. 503 while another is at it. */
export async function goOnWriting(deps: Deps, mayGoOn: () => boolean): Promise<Written> {
  const hold = await holdNow(deps);
  if (!hold) return 'all';
  if (isAlive(deps, hold)) throw new Refused('busy');
  if (hold.state === 'writing')
    return writeAll(deps, await takeOver(deps, hold), await keptEntries(deps, hold), mayGoOn, () => []);
  await deps.table.transact([letGo(hold)]).catch(() => {});
  return 'all';
}

async function writeAll(
  deps: Deps,
  hold: Hold,
  entries: readonly Entry[],
  mayGoOn: () => boolean,
  also: (written: Written) => TransactWrite[],
): Promise<Written> {
  const initiatives = entries.filter((entry) => entry.kind === 'initiative');
  const agreements = entries.filter((entry) => entry.kind === 'agreement');
  let done = 0;
  const onTheWay = (from: number) => async (count: number) => {
    done = Math.max(done, from + count);
    if (!mayGoOn()) return false;
    try {
      await keepHold(deps, hold, { state: 'writing', done, total: hold.total });
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
    return true;
  };
  const isAllWritten =
    (await writeInitiatives(deps, hold.by, initiatives, onTheWay(0))) &&
    (await writeAgreements(deps, hold.by, agreements, onTheWay(initiatives.length)));
  forgetLibrary(deps.table);
  const written = isAllWritten ? 'all' : 'goesOn';
  try {
    await deps.table.transact([isAllWritten ? letGo(hold) : handOver(deps, hold, done), ...also(written)]);
  } catch (error) {
    if (error instanceof ConditionFailed && (await isLost(deps, hold))) return 'goesOn';
    throw error;
  }
  return written;
}

/** Whether another goes on with it, or did: this one was silent for longer than one may be. */
async function isLost(deps: Deps, { id, turn }: Hold): Promise<boolean> {
  const now = await holdNow(deps);
  return now?.id !== id || now.turn !== turn;
}

/** Whether so much time is left, counted from now. */
function within(deps: Deps, ms: number): () => boolean {
  const until = deps.systemNow().getTime() + ms;
  return () => deps.systemNow().getTime() < until;
}
