import { addDays, endOfDay, startOfDay, stockholmDay, type Day } from './days.ts';
import type { Period } from './periods.ts';
import { addWorkdays, workdayFrom } from './workdays.ts';

/** Period end plus the agreement's due days, moved to the next working day, 23:59:59 in Stockholm. */
export const dueAt = (period: Pick<Period, 'end'>, dueDays: number): string =>
  endOfDay(workdayFrom(addDays(period.end, dueDays)));

/** A draft can be written from the period's first day … */
export const draftOpensAt = (period: Pick<Period, 'start'>): string => startOfDay(period.start);

const SUBMIT_DAYS_BEFORE_END = 14;
/** … and submitted from 14 days before the earlier of the period's and the term's last day. */
export const submitOpensAt = (period: Pick<Period, 'end'>, termEnd: Day): string =>
  startOfDay(addDays(period.end < termEnd ? period.end : termEnd, -SUBMIT_DAYS_BEFORE_END));

const ANSWER_WORKDAYS = 10;
/** When a returned report is due back unless the coordinator says otherwise: 10 working days, 23:59:59. */
export const defaultAnswerBy = (returnedAt: Date): string =>
  endOfDay(addWorkdays(stockholmDay(returnedAt), ANSWER_WORKDAYS));

const REVIEW_WORKDAYS = 5;
/** A report taken for review and left lapses after 5 working days. */
export const reviewLapsesAt = (takenAt: Date): string => endOfDay(addWorkdays(stockholmDay(takenAt), REVIEW_WORKDAYS));
