import type { ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { forgetLibrary } from '../strategy/library.ts';
import type { TransactWrite } from '../table/client.ts';
import { holdNow, isAlive, keepHold, letGo, nobodyHolds, takeHold, type Hold } from './hold.ts';
import { keepEntries, keptEntries } from './journal.ts';
import type { Entry, Plan } from './plan.ts';
import { writeAgreements } from './writingAgreements.ts';
import { writeInitiatives } from './writingInitiatives.ts';

/**
 * Writes everything that a plan holds, or nothing. While it is planned and written nobody else writes in the registers; what is to be
 * written is kept first, and from the moment that the hold says `writing` all of it will be: by this request, or if it is cut off by
 * the next one that needs the registers. `remember` goes into the last transaction.
 */
export async function readIn(
  deps: Deps,
  { by, kind }: { by: string; kind: ExportKind },
  plan: () => Promise<Plan>,
  refuse: (plan: Plan) => void,
  remember: (plan: Plan) => TransactWrite[],
): Promise<Plan> {
  await finishWhatWasLeft(deps);
  const hold = await takeHold(deps, by, kind);
  let planned: Plan;
  try {
    planned = await plan();
    refuse(planned);
    await keepEntries(deps, hold, planned.entries);
    await keepHold(deps, hold, { state: 'writing', done: 0, total: planned.entries.length });
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
  const agreements = entries.filter((entry) => entry.kind === 'agreement');
  const told = (from: number) => (done: number) =>
    keepHold(deps, hold, { state: 'writing', done: from + done, total: entries.length });
  await writeInitiatives(deps, hold.by, initiatives, told(0));
  await writeAgreements(deps, hold.by, agreements, told(initiatives.length));
  forgetLibrary(deps.table);
  await deps.table.transact([letGo(hold), ...also]);
}
