import { endingMarks } from '../agreements/ending.ts';
import { addDays, stockholmDay, type Day } from '../calendar/days.ts';
import { daysFrom } from '../calendar/inWords.ts';
import type { Head } from '../reports/head.ts';

/** All of a report that reminders depend on. */
export type Awaited = Pick<Head, 'state' | 'dueAt' | 'answerBy'>;

/** Days from the one that a report is awaited by; after the last of these, every week. */
const BEFORE_DUE = [-14, -3, 0, 3] as const;
/** A returned report is usually awaited within 14 days, and whoever has it was told of the day when it came. */
const BEFORE_ANSWER = [-3, 0, 3] as const;
const WEEK = 7;

/** The day that an actor is waited for; none once the report is submitted, or approved. */
export function awaitedBy({ state, dueAt, answerBy }: Awaited): Day | undefined {
  if (state === 'notStarted' || state === 'draft') return stockholmDay(new Date(dueAt));
  if (state === 'returned') return stockholmDay(new Date(answerBy ?? dueAt));
  return undefined;
}

/** Whether somebody is reminded on this day of a report as it is: 14 and 3 days before, on the day, 3 days late, then weekly. */
export function isReminderDay(report: Awaited, day: Day): boolean {
  const by = awaitedBy(report);
  if (by === undefined) return false;
  const days: readonly number[] = report.state === 'returned' ? BEFORE_ANSWER : BEFORE_DUE;
  const at = daysFrom(by, day);
  const last = days.at(-1) ?? 0;
  return days.includes(at) || (at > last && (at - last) % WEEK === 0);
}

/** The days after `since` until and with `until` on which somebody is reminded, if nothing changes. */
export function reminderDays(report: Awaited, since: Day, until: Day): Day[] {
  if (awaitedBy(report) === undefined) return [];
  const length = Math.max(0, daysFrom(since, until));
  return Array.from({ length }, (_, n) => addDays(since, n + 1)).filter((day) => isReminderDay(report, day));
}

/** An agreement that nothing follows upon ends in 180, 90 or 30 days: the days, where one of these was passed after `since`. */
export function endingSoon(
  agreement: { termEnd: Day; hasSuccessor: boolean },
  since: Day,
  day: Day,
): { daysLeft: number } | undefined {
  if (agreement.hasSuccessor) return undefined;
  const daysLeft = daysFrom(day, agreement.termEnd);
  const before = daysFrom(since, agreement.termEnd);
  return daysLeft >= 0 && endingMarks.some((mark) => daysLeft <= mark && mark < before) ? { daysLeft } : undefined;
}
