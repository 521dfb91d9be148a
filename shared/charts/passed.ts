import { addDays, type Day } from '../calendar/days.ts';

/** How much of a time has passed at the end of a day, 0–1. */
export function passedShare({ start, end }: { start: Day; end: Day }, day: Day): number {
  const days = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.min(1, Math.max(0, days(start, addDays(day, 1)) / days(start, addDays(end, 1))));
}
