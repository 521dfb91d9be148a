import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { addDays, startOfDay } from '@insatskollen/shared/calendar/days.ts';

const DAYS_BEFORE_TERM = 30;

/**
 * When an agreement that is loaded counts as decided: a month before its term, so that figures as of then know of it, and at the
 * latest when it is loaded, since figures know of it from then on.
 */
export const decidedAt = (agreement: Pick<Agreement, 'termStart'>, loadedAt: Date): string => {
  const before = Date.parse(startOfDay(addDays(agreement.termStart, -DAYS_BEFORE_TERM)));
  return new Date(Math.min(before, loadedAt.getTime())).toISOString();
};
