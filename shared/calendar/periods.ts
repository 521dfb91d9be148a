import { lastDayOfMonth, type Day } from './days.ts';

export type PeriodKind = 'quarter' | 'half' | 'year' | 'schoolYear';
/** A period of the calendar. `final` and `after-2027` are periods too, whose days their agreement gives: see `isOutsideWindows`. */
export interface Period {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly start: Day;
  readonly end: Day;
}

export const frequencies = ['quarterly', 'half-yearly', 'yearly', 'school-yearly'] as const;
export type Frequency = (typeof frequencies)[number];
const kindOf: Record<Frequency, PeriodKind> = {
  quarterly: 'quarter',
  'half-yearly': 'half',
  yearly: 'year',
  'school-yearly': 'schoolYear',
};

/** Periods that were read before: figures read the same few dozen over and over, and there are not two thousand in all. */
const known = new Map<string, Period>();

/** Reads a period id (`2025-Q1`, `2025-H1`, `2025`, `2025-26`); `undefined` for anything else. */
export function parsePeriod(id: string): Period | undefined {
  const before = known.get(id);
  if (before) return before;
  const parsed = parseAnew(id);
  if (parsed) known.set(id, parsed);
  return parsed;
}

function parseAnew(id: string): Period | undefined {
  const match = /^(20\d{2}|19\d{2})(?:-(?:Q([1-4])|H([12])|(\d{2})))?$/.exec(id);
  if (!match) return undefined;
  const year = Number(match[1]);
  const [, , quarter, half, nextYear] = match;
  if (quarter) return monthsOf(id, 'quarter', year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (half) return monthsOf(id, 'half', year, Number(half) * 6 - 5, Number(half) * 6);
  if (nextYear) {
    if (Number(nextYear) !== (year + 1) % 100) return undefined;
    return { id, kind: 'schoolYear', start: `${year}-07-01`, end: `${year + 1}-06-30` };
  }
  return { id, kind: 'year', start: `${year}-01-01`, end: `${year}-12-31` };
}

const monthsOf = (id: string, kind: PeriodKind, year: number, first: number, last: number): Period => ({
  id,
  kind,
  start: `${year}-${String(first).padStart(2, '0')}-01`,
  end: lastDayOfMonth(year, last),
});

/** As `parsePeriod`, for an id that is known to be one (stored, or made here). */
export function period(id: string): Period {
  const parsed = parsePeriod(id);
  if (!parsed) throw new Error(`not a period: ${id}`);
  return parsed;
}

/** Final and post-closure reports stand outside every window. */
export const isOutsideWindows = (id: string): boolean => id === 'final' || /^after-\d{4}$/.test(id);

function periodsOfYear(kind: PeriodKind, year: number): Period[] {
  switch (kind) {
    case 'quarter':
      return [1, 2, 3, 4].map((n) => period(`${year}-Q${n}`));
    case 'half':
      return [1, 2].map((n) => period(`${year}-H${n}`));
    case 'year':
      return [period(`${year}`)];
    case 'schoolYear':
      return [period(`${year}-${String((year + 1) % 100).padStart(2, '0')}`)];
  }
}

const yearsBetween = (from: Day, to: Day): number[] => {
  const first = Number(from.slice(0, 4)) - 1;
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, n) => first + n);
};

/** The periods to report for a term: every one of the frequency's that the term touches, in order. */
export function periodsOfTerm(frequency: Frequency, termStart: Day, termEnd: Day): Period[] {
  return yearsBetween(termStart, termEnd)
    .flatMap((year) => periodsOfYear(kindOf[frequency], year))
    .filter((p) => p.end >= termStart && p.start <= termEnd);
}

/** The period of the same kind that ends the day before one begins: `2026-H1` → `2025-H2`. */
export function periodBefore(id: string): string {
  const { kind, start } = period(id);
  const year = Number(start.slice(0, 4));
  const before = [year - 1, year].flatMap((one) => periodsOfYear(kind, one)).filter(({ end }) => end < start);
  return before.at(-1)?.id ?? id;
}

/** Days from the first of one period to the last of another. */
export interface Window {
  from: string;
  to: string;
  start: Day;
  end: Day;
}

/** The window from one period to another; `undefined` when one is not a period, or when it would not hold the whole of both. */
export function windowOf(from: string, to: string): Window | undefined {
  const first = parsePeriod(from);
  const last = parsePeriod(to);
  if (!first || !last || last.start < first.start || last.end < first.end) return undefined;
  return { from, to, start: first.start, end: last.end };
}

/** A native period counts in a window that holds all of it; a school year in one that holds its last day. */
export const isInside = (p: Period, window: Pick<Window, 'start' | 'end'>): boolean =>
  p.end >= window.start && p.end <= window.end && (p.kind === 'schoolYear' || p.start >= window.start);

/** All periods of one kind, or of every kind, that lie inside a window, by their last day. */
export function periodsInside(
  window: Pick<Window, 'start' | 'end'>,
  kinds: PeriodKind[] = ['quarter', 'half', 'year', 'schoolYear'],
): Period[] {
  return yearsBetween(window.start, window.end)
    .flatMap((year) => kinds.flatMap((kind) => periodsOfYear(kind, year)))
    .filter((p) => isInside(p, window))
    .sort((a, b) => (a.end === b.end ? a.start.localeCompare(b.start) : a.end.localeCompare(b.end)));
}

/** Calendar years whose period ends can lie in a window: the partitions to read. */
export const yearsOf = (window: Pick<Window, 'start' | 'end'>): string[] =>
  yearsBetween(window.start, window.end).slice(1).map(String);

/** Last days of quarters from the one that holds `from` to the one that holds `to`. */
export function quarterEnds(from: Day, to: Day): Day[] {
  const holds = (p: Period) => p.end >= from && p.start <= to;
  return yearsBetween(from, to)
    .flatMap((year) => periodsOfYear('quarter', year))
    .filter(holds)
    .map((p) => p.end);
}

/** Whether an agreement of this frequency and term has a native period inside the window. */
export const fitsIn = (frequency: Frequency, termStart: Day, termEnd: Day, window: Window): boolean =>
  periodsInside(window, [kindOf[frequency]]).some((p) => p.end >= termStart && p.start <= termEnd);
