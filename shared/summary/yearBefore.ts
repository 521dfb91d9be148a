import type { Day } from '../calendar/days.ts';
import { parsePeriod, periodsInside, windowOf, type Window } from '../calendar/periods.ts';
import { compare, isZero, percentOf, subtract, zero, type Decimal } from '../decimal.ts';

/**
 * The window a year before that a window can be compared with on a day: the whole of it where the window is over, otherwise the
 * quarters of it that have ended, so that nine months are never held against twelve. `null` where no quarter has ended, and for
 * windows that are not made of quarters.
 */
export function yearBeforeOf(window: Window, day: Day): Window | null {
  const quarters = periodsInside(window, ['quarter']);
  const ended = quarters.filter(({ end }) => end < day);
  const [first, last] = [ended[0], ended.at(-1)];
  if (!first || !last) return null;
  if (ended.length === quarters.length) return windowOf(yearEarlier(window.from), yearEarlier(window.to)) ?? null;
  return windowOf(yearEarlier(first.id), yearEarlier(last.id)) ?? null;
}

/** A period's id a year earlier: `2026-Q3` → `2025-Q3`, `2025-26` → `2024-25`. */
function yearEarlier(id: string): string {
  const shift = (text: string) => String(Number(text) - 1).padStart(text.length, '0');
  const year = shift(id.slice(0, 4));
  return parsePeriod(id)?.kind === 'schoolYear' ? `${year}-${shift(id.slice(5))}` : year + id.slice(4);
}

/** How much one amount is more than another, and in whole percent of it; no percent of nothing. */
export interface Moved {
  difference: Decimal;
  percent: Decimal | null;
}

/** What an amount has moved since another. */
export function movedSince(before: Decimal, now: Decimal): Moved {
  const difference = subtract(now, before);
  const share = isZero(before) || compare(before, zero) < 0 ? undefined : percentOf(difference, before);
  return { difference, percent: share ?? null };
}
