/** Calendar days as ISO strings (`2026-03-31`), which sort as they follow; instants as `Date`. All in Europe/Stockholm. */
export type Day = string;

const DAY_MS = 86_400_000;

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
export const lastDayOfMonth = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

const lastSunday = (year: number, month: number): Day => {
  const last = lastDayOfMonth(year, month);
  return addDays(last, -weekday(last));
};

/** Hours ahead of UTC in Stockholm at an instant: 2 from the last Sunday of March to that of October, changing at 01.00 UTC. */
export function stockholmOffsetHours(instant: Date): 1 | 2 {
  const year = instant.getUTCFullYear();
  const begins = Date.parse(`${lastSunday(year, 3)}T01:00:00Z`);
  const ends = Date.parse(`${lastSunday(year, 10)}T01:00:00Z`);
  return instant.getTime() >= begins && instant.getTime() < ends ? 2 : 1;
}

/** The day it is in Stockholm at an instant. */
export const stockholmDay = (instant: Date): Day =>
  new Date(instant.getTime() + stockholmOffsetHours(instant) * 3_600_000).toISOString().slice(0, 10);

/** Last second of a day in Stockholm, with its offset: `2026-10-30T23:59:59+01:00`. */
export function endOfDay(day: Day): string {
  const offset = stockholmOffsetHours(new Date(`${day}T21:59:59Z`));
  return `${day}T23:59:59+0${offset}:00`;
}

/** First instant of a day in Stockholm, with its offset. */
export function startOfDay(day: Day): string {
  const offset = stockholmOffsetHours(new Date(Date.parse(`${day}T00:00:00Z`) - 2 * 3_600_000));
  return `${day}T00:00:00+0${offset}:00`;
}

/** True once the whole of the day has passed in Stockholm. */
export const dayHasPassed = (day: Day, now: Date): boolean => now.getTime() > Date.parse(endOfDay(day));
