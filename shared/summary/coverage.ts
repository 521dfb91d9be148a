import { dayHasPassed } from '../calendar/days.ts';
import type { Window } from '../calendar/periods.ts';
import { reportStates } from '../reports/head.ts';
import { outsideWindow } from './agreementsRunning.ts';
import type { Numbers } from './cells.ts';
import { inWindow, type Gathering } from './gather.ts';

/** How far a sum can be trusted: every report whose period lies in the window, by state, and what is late at an instant. */
export interface Coverage {
  expected: number;
  notStarted: number;
  draft: number;
  submitted: number;
  returned: number;
  approved: number;
  due: number;
  late: number;
  submittedLate: number;
  outside: number;
}

export const noCoverage = (): Coverage => ({
  expected: 0,
  notStarted: 0,
  draft: 0,
  submitted: 0,
  returned: 0,
  approved: 0,
  due: 0,
  late: 0,
  submittedLate: 0,
  outside: 0,
});

/** Adds the coverage numbers of one cell or report; lateness is derived here, from dates and the instant. */
export function takeCoverage(into: Coverage, numbers: Numbers, at: Date): void {
  for (const [name, value] of Object.entries(numbers)) {
    const [kind, ...details] = name.split(':');
    const detail = details.join(':');
    const count = Number(value);
    if (kind === 'expected') into.expected += count;
    else if (kind === 'submittedLate') into.submittedLate += count;
    else if (kind === 'state') {
      const state = reportStates.find((one) => one === detail);
      if (state) into[state] += count;
    } else if (kind === 'due' && dayHasPassed(detail, at)) into.due += count;
    else if (kind === 'never' && dayHasPassed(detail, at)) into.late += count;
    else if (kind === 'answer' && at.getTime() > Date.parse(detail)) into.late += count;
  }
}

/** Coverage of some areas together in a window, as it stood or stands at an instant. */
export function coverageIn(gathering: Gathering, areas: readonly string[], window: Window, at: Date): Coverage {
  const coverage = noCoverage();
  for (const area of areas) {
    for (const numbers of inWindow(gathering.coverage.get(area), window)) takeCoverage(coverage, numbers, at);
    coverage.outside += outsideWindow(gathering.running.get(area) ?? [], window);
  }
  return coverage;
}

/** Several coverages as one. */
export const together = (coverages: readonly Coverage[]): Coverage =>
  coverages.reduce(
    (sum, one) => ({
      expected: sum.expected + one.expected,
      notStarted: sum.notStarted + one.notStarted,
      draft: sum.draft + one.draft,
      submitted: sum.submitted + one.submitted,
      returned: sum.returned + one.returned,
      approved: sum.approved + one.approved,
      due: sum.due + one.due,
      late: sum.late + one.late,
      submittedLate: sum.submittedLate + one.submittedLate,
      outside: sum.outside + one.outside,
    }),
    noCoverage(),
  );
