import type { ReportItem } from './schemas.server.ts';

/** What a reporter can do with a report next. */
export type NextStep =
  /** It came back: answer the remarks and send it in again. */
  | 'answer'
  /** Everything required is answered: look it through and send it in. */
  | 'submit'
  /** A draft is begun. */
  | 'continue'
  /** Nothing is written yet. */
  | 'begin'
  /** Sent in, or not yet possible to write in: nothing to do but wait. */
  | 'wait'
  /** Approved. */
  | 'done';

type Item = Pick<
  ReportItem,
  'state' | 'dueAt' | 'answerBy' | 'late' | 'draftOpensAt' | 'submitOpensAt' | 'progress' | 'hasDraft'
>;

const hasCome = (instant: string, now: string): boolean => Date.parse(instant) <= Date.parse(now);

export function nextStepOf(report: Item, now: string): NextStep {
  switch (report.state) {
    case 'returned':
      return 'answer';
    case 'draft':
    case 'notStarted': {
      const { progress } = report;
      if (progress && progress.answered >= progress.required && hasCome(report.submitOpensAt, now)) return 'submit';
      if (report.state === 'draft') return 'continue';
      return hasCome(report.draftOpensAt, now) ? 'begin' : 'wait';
    }
    case 'submitted':
      return 'wait';
    case 'approved':
      return 'done';
  }
}

/** When the report is to be in the region's hands: again, where it came back. */
export const deadlineOf = (report: Pick<ReportItem, 'state' | 'dueAt' | 'answerBy'>): string =>
  report.state === 'returned' ? (report.answerBy ?? report.dueAt) : report.dueAt;

/** A reporter's reports, by what is to be done with them. */
export interface Work<R> {
  /** To do, in the order in which to do it: what came back first, then by deadline. */
  now: R[];
  /** Sent in, and waiting for the region. */
  sent: R[];
  /** The period is not far enough gone to send anything in; drafts may be begun where that is possible. */
  later: R[];
  /** Approved, latest first. */
  done: R[];
}

export function workOf<R extends Item & { periodEnd: string }>(reports: readonly R[], now: string): Work<R> {
  const work: Work<R> = { now: [], sent: [], later: [], done: [] };
  for (const report of reports) {
    if (report.state === 'approved') work.done.push(report);
    else if (report.state === 'submitted') work.sent.push(report);
    else if (report.state === 'notStarted' && !hasCome(report.submitOpensAt, now)) work.later.push(report);
    else work.now.push(report);
  }
  const came = (report: R) => (report.state === 'returned' ? 0 : 1);
  const due = (report: R) => Date.parse(deadlineOf(report));
  work.now.sort((a, b) => came(a) - came(b) || due(a) - due(b));
  work.sent.sort((a, b) => due(a) - due(b));
  work.later.sort((a, b) => due(a) - due(b));
  work.done.sort((a, b) => b.periodEnd.localeCompare(a.periodEnd));
  return work;
}
