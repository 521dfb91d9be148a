import type { Coverage } from '@insatskollen/shared/summary/coverage.ts';
import type { StatusShape } from '#lib/ui/status.ts';

/** How many dots of each shape a coverage is drawn with, in order: approved, submitted, late, then what is still expected. */
export function dotsOf({ expected, approved, submitted, late }: Coverage): { shape: StatusShape; count: number }[] {
  const waiting = Math.max(0, expected - approved - submitted - late);
  const dots: { shape: StatusShape; count: number }[] = [
    { shape: 'approved', count: approved },
    { shape: 'submitted', count: submitted },
    { shape: 'late', count: late },
    { shape: 'expected', count: waiting },
  ];
  return dots.filter(({ count }) => count > 0);
}

const noCoverage = (): Coverage => ({
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
