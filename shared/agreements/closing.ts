import { z } from 'zod';
import { addDays, type Day } from '../calendar/days.ts';
import { isOutsideWindows } from '../calendar/periods.ts';
import type { AgreementFault } from './faults.ts';

/** What an agreement asks for beside its regular reports (requirement R7): a final one, and one about each of some years after it. */
export const ClosingSchema = z.object({
  final: z.boolean().default(false),
  /** Years, as `2027`. */
  after: z.array(z.string()).default([]),
});
export type Closing = z.infer<typeof ClosingSchema>;

interface Term {
  termStart: Day;
  termEnd: Day;
  closing?: Closing | undefined;
}

/** A report that stands outside windows, with the days that it can be written in and is about. */
export interface ClosingReport {
  id: string;
  start: Day;
  end: Day;
}

const DAYS_BEFORE_END = 30;

/**
 * The final report, which can be written from 30 days before the term ends, and those about the years after it. Their numbers may be
 * about the same time as other reports', so they never count in a figure: see `isOutsideWindows`.
 */
export function closingReports({ termStart, termEnd, closing }: Term): ClosingReport[] {
  const opens = addDays(termEnd, -DAYS_BEFORE_END);
  return [
    ...(closing?.final ? [{ id: 'final', start: opens > termStart ? opens : termStart, end: termEnd }] : []),
    ...(closing?.after ?? [])
      .toSorted()
      .map((year) => ({ id: `after-${year}`, start: `${year}-01-01`, end: `${year}-12-31` })),
  ];
}

const MOST_YEARS_AFTER = 10;

/** Everything that is wrong with the reports after the end; the term is known to be one. */
export function checkClosing({ termEnd, closing }: Term): AgreementFault[] {
  const end = Number(termEnd.slice(0, 4));
  const years = closing?.after ?? [];
  return years.flatMap((year, n): AgreementFault[] => {
    const path = `closing.after.${n}`;
    if (!isOutsideWindows(`after-${year}`)) return [{ path, code: 'notAYear' }];
    if (years.indexOf(year) < n) return [{ path, code: 'twice' }];
    const isAfter = Number(year) > end && Number(year) <= end + MOST_YEARS_AFTER;
    return isAfter ? [] : [{ path, code: 'notAfter' }];
  });
}
