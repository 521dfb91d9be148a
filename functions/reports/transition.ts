import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import type { ReportEvent } from '@insatskollen/shared/reports/events.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { books, countedVersion } from '@insatskollen/shared/summary/countedVersion.ts';
import type { Deps } from '../deps.ts';
import { libraryOf } from '../strategy/library.ts';
import { planFigures } from '../summary/planFigures.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { putEvent, nextEvent } from './eventStore.ts';
import { putHead } from './headStore.ts';
import { valuesOf } from './versionStore.ts';

const ATTEMPTS = 12;

/** A transition that has been decided and is still to be written. */
export interface Decided {
  before: Head;
  after: Head;
  by: { at: Date; personId: string };
  /** What is kept for ever of it; none for what is no transition, such as ticking off a remark. */
  event: Pick<ReportEvent, 'type' | 'version' | 'reason'> | undefined;
  /** Values of a version that this very transition makes: it cannot be read yet. */
  made?: { version: number; values: Record<string, Entry> };
  /** Whatever else belongs in the same transaction: the version, remarks, the draft, the remembered answer. */
  writes: TransactWrite[];
}

/**
 * Writes a transition: head, event, both books, contributions, ledger and whatever comes with it, in one transaction. Throws
 * `ConditionFailed` when somebody was first, and nothing is done then.
 */
export async function writeTransition(deps: Deps, decided: Decided): Promise<Head> {
  const { before, by, made, writes } = decided;
  const event =
    decided.event && nextEvent(before, { ...decided.event, at: by.at.toISOString(), personId: by.personId });
  const after: Head = {
    ...decided.after,
    revision: before.revision + 1,
    ...(event ? { eventCount: event.number, eventHash: event.hash } : {}),
  };
  const all = [putHead(before, after), ...(event ? [putEvent(before, event)] : []), ...writes];
  if (event) all.push(...(await figures(deps, before, after, event, made)));
  await deps.table.transact(all);
  return after;
}

async function figures(
  deps: Deps,
  before: Head,
  after: Head,
  event: ReportEvent,
  made: Decided['made'],
): Promise<TransactWrite[]> {
  if (weight(before) === weight(after)) return [];
  const versions = [before, after].flatMap((head) => books.map((book) => countedVersion(book, head)));
  const stored = await valuesOf(
    deps.table,
    before,
    versions.filter((version) => version !== made?.version),
  );
  if (made) stored.set(made.version, made.values);
  const { at, type: what, version, number } = event;
  const { agreementId, period } = before;
  const change = {
    before: { head: before, valuesOf: stored },
    after: { head: after, valuesOf: stored },
    cause: { at, what, agreementId, period, version, number },
    personId: event.personId,
  };
  return planFigures(deps.table, change, (await libraryOf(deps)).indicators);
}

/** All of a head that the figures depend on: taking a report for review, say, changes none of it. */
const weight = ({ state, version, officialVersion, figuresKept, dueAt, answerBy, firstSubmittedAt }: Head): string =>
  JSON.stringify([state, version, officialVersion, figuresKept, dueAt, answerBy, firstSubmittedAt]);

/**
 * Tries a change again from its beginning when somebody else was first, with jitter, and then says so. `lost` is told of each
 * lost race, and of each refusal: what stands in the way may be what this very request did, sent twice.
 */
export async function startOver<T>(attempt: () => Promise<T>, lost: () => Promise<void>, pause = jitter): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof ConditionFailed || error instanceof Refused) await lost();
      if (!(error instanceof ConditionFailed)) throw error;
      if (tried === ATTEMPTS) throw new Refused('busy');
      await pause(tried);
    }
  }
}

const jitter = (tried: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(400, 8 * 2 ** tried)));
