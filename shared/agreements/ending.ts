import type { Day } from '../calendar/days.ts';
import type { Agreement } from './agreement.ts';

type Dated = Pick<Agreement, 'id' | 'termStart' | 'termEnd' | 'succeeds'>;

/** So many days before an agreement ends it is warned of, if nothing follows it (requirement R19). */
export const endingMarks = [180, 90, 30] as const;
export type EndingMark = (typeof endingMarks)[number];

const DAY_MS = 86_400_000;

/**
 * How close the end of an agreement is, when it is in force and no other follows it: days left and the last mark that was passed.
 * `undefined` where there is nothing to warn of.
 */
export function endingOf(
  agreement: Dated,
  all: readonly Dated[],
  today: Day,
): { daysLeft: number; mark: EndingMark } | undefined {
  if (agreement.termStart > today || all.some(({ succeeds }) => succeeds === agreement.id)) return undefined;
  const daysLeft = Math.round((Date.parse(agreement.termEnd) - Date.parse(today)) / DAY_MS);
  const mark = endingMarks.findLast((days) => daysLeft <= days);
  return daysLeft < 0 || mark === undefined ? undefined : { daysLeft, mark };
}
