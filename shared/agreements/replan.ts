import { isOutsideWindows } from '../calendar/periods.ts';
import type { Head } from '../reports/head.ts';
import type { ChainPlace } from './opening.ts';
import { expectedReports } from './opening.ts';
import type { Terms } from './agreement.ts';
import type { AgreementFault } from './faults.ts';

/** What changing an agreement does to the reports that it asks for. */
export interface Replanned {
  /** Every report that it asks for from now on, in order of time. */
  heads: Head[];
  added: Head[];
  changed: { before: Head; after: Head }[];
  removed: Head[];
  faults: AgreementFault[];
}

/** Whether anyone has begun: from then on a report is pinned to the version of the agreement that it was begun under. */
const isBegun = (head: Head): boolean => head.state !== 'notStarted' || head.hasDraft;

/** A report that is not begun under its new terms. What was given of more time stays, and so does the history of it. */
function renewed(before: Head, after: Head): Head {
  const { extension, eventCount, eventHash } = before;
  const extended = extension && extension.until > after.dueAt ? { dueAt: extension.until, extension } : {};
  return { ...after, revision: before.revision + 1, eventCount, eventHash, ...extended };
}

/**
 * The reports of an agreement under other terms. What is begun stays as it was agreed, and so does what lies before
 * `effectiveFrom` (a day; none for all that is not begun); the rest follows the new terms. Refused when a report that is begun
 * would lose its place (`wouldOrphan`), or when another would cover the same days (`wouldDouble`).
 */
export function replan(now: readonly Head[], terms: Terms, place: ChainPlace, effectiveFrom: string | null): Replanned {
  const isBefore = (head: Head) => effectiveFrom !== null && head.periodStart < effectiveFrom;
  const kept = now.filter((head) => isBegun(head) || isBefore(head));
  const free = new Map(now.filter((head) => !kept.includes(head)).map((head) => [head.period, head]));
  const expected = expectedReports(terms, place).filter((head) => !isBefore(head));
  const expects = new Set(expected.map(({ period }) => period));
  const planned: Replanned = { heads: [...kept], added: [], changed: [], removed: [], faults: [] };
  const fault = (path: string, code: AgreementFault['code']) => {
    if (!planned.faults.some((one) => one.code === code)) planned.faults.push({ path, code });
  };
  for (const head of expected) {
    if (kept.some(({ period }) => period === head.period)) continue;
    if (kept.some((other) => overlaps(other, head))) fault('frequency', 'wouldDouble');
    const before = free.get(head.period);
    const after = before ? renewed(before, head) : head;
    if (before) planned.changed.push({ before, after });
    else planned.added.push(head);
    planned.heads.push(after);
  }
  planned.removed = [...free.values()].filter(({ period }) => !expects.has(period));
  const isLeft = (head: Head) => !isBefore(head) && !expects.has(head.period);
  // What has a history has to go on having a report.
  const orphan = [...kept, ...planned.removed.filter(({ eventCount }) => eventCount > 0)].find(isLeft);
  if (orphan) fault(isOutsideWindows(orphan.period) ? 'closing' : 'termEnd', 'wouldOrphan');
  planned.heads.sort((a, b) => a.periodEnd.localeCompare(b.periodEnd) || a.period.localeCompare(b.period));
  return planned;
}

/** Whether two reports would count the same days; final ones and those after the end count none. */
const overlaps = (a: Head, b: Head): boolean =>
  !isOutsideWindows(a.period) &&
  !isOutsideWindows(b.period) &&
  a.periodStart <= b.periodEnd &&
  b.periodStart <= a.periodEnd;
