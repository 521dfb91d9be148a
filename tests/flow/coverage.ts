import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { liesIn, periodsOf, type Window } from './days.ts';
import { areaOf } from './oracle.ts';
import type { ReadReport } from './readAll.ts';

/** Coverage of some areas in a window at an instant, counted report by report. */
export function coverage(
  { agreements, reports }: { agreements: readonly Agreement[]; reports: readonly ReadReport[] },
  areas: readonly string[],
  window: Window,
  now: number,
) {
  const here = reports.filter(({ agreement, period }) => areas.includes(areaOf(agreement)) && liesIn(period, window));
  const inState = (state: ReadReport['state']) => here.filter((report) => report.state === state).length;
  return {
    expected: here.length,
    notStarted: inState('notStarted'),
    draft: inState('draft'),
    submitted: inState('submitted'),
    returned: inState('returned'),
    approved: inState('approved'),
    due: here.filter(({ dueAt }) => now > Date.parse(dueAt)).length,
    late: here.filter((report) => isLate(report, now)).length,
    submittedLate: here.filter((report) => wasReceivedLate(report)).length,
    outside: agreements.filter((agreement) => areas.includes(areaOf(agreement)) && isOutside(agreement, window)).length,
  };
}

const isReceived = ({ state }: ReadReport) => state === 'submitted' || state === 'returned' || state === 'approved';

/** Past due without having come in (what was recalled has not), or past the day that a return was to be answered. */
const isLate = (report: ReadReport, now: number): boolean =>
  isReceived(report)
    ? report.state === 'returned' && report.answerBy !== null && now > Date.parse(report.answerBy)
    : now > Date.parse(report.dueAt);

/** The first version that came in, and was not recalled, came after the due date. */
function wasReceivedLate(report: ReadReport): boolean {
  const recalled = new Set(report.events.filter(({ type }) => type === 'recalled').map(({ version }) => version));
  const first = report.events.find(({ type, version }) => type === 'submitted' && !recalled.has(version));
  return isReceived(report) && first !== undefined && Date.parse(first.at) > Date.parse(report.dueAt);
}

/** Runs in the window, though none of its periods lies there. */
const isOutside = ({ frequency, termStart, termEnd }: Agreement, window: Window): boolean =>
  termStart <= window.end &&
  termEnd >= window.start &&
  !periodsOf(frequency, { start: termStart, end: termEnd }).some((period) => liesIn(period, window));
