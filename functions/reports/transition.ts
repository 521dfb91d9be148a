import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import type { ReportEvent } from '@insatskollen/shared/reports/events.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { books, countedVersion } from '@insatskollen/shared/summary/countedVersion.ts';
import type { Deps } from '../deps.ts';
import { libraryOf } from '../strategy/library.ts';
import { planFigures } from '../summary/planFigures.ts';
import type { TransactWrite } from '../table/client.ts';
import { putEvent, nextEvent } from './eventStore.ts';
import { putHead } from './headStore.ts';
import { valuesOf } from './versionStore.ts';

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
