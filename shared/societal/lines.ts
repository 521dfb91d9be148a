import { percentOf, subtract, type Decimal } from '../decimal.ts';
import type { SeriesBreak } from './indicator.ts';

/** A value of one series, place and gender. */
export interface Point {
  period: string;
  value: Decimal | null;
}

type Breaks = readonly Pick<SeriesBreak, 'series' | 'from'>[];

const yearAfter = (period: string): string => String(Number(period) + 1);

/** The periods at which this series is measured in a new way. */
export const breaksOf = (series: string, breaks: Breaks): string[] =>
  breaks.flatMap((one) => (one.from !== null && (one.series === null || one.series === series) ? [one.from] : []));

/** Whether the way from one period to a later one passes a break. */
export const isBroken = (from: string, to: string, breaks: readonly string[]): boolean =>
  breaks.some((at) => from < at && at <= to);

/**
 * The lines that a series is drawn as: points that follow each other year by year and are measured the same way. A year without
 * a value, and a break, end one line and begin the next.
 */
export function linesOf(points: readonly Point[], breaks: readonly string[]): Point[][] {
  const lines: Point[][] = [];
  let before: string | undefined;
  const known = points.filter(({ value }) => value !== null).toSorted((a, b) => (a.period < b.period ? -1 : 1));
  for (const point of known) {
    const follows =
      before !== undefined && point.period === yearAfter(before) && !isBroken(before, point.period, breaks);
    const line = lines.at(-1);
    if (follows && line) line.push(point);
    else lines.push([point]);
    before = point.period;
  }
  return lines;
}

/** The latest value, and how it differs from that of the year before where the two can be compared. */
export interface Latest {
  period: string;
  value: Decimal;
  change: { by: Decimal; percent: Decimal | undefined } | 'broken' | 'unknown';
}

/** The latest known value of a series with its change; none where nothing is known. */
export function latestOf(points: readonly Point[], breaks: readonly string[]): Latest | undefined {
  const known = points
    .flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const last = known.at(-1);
  if (!last) return undefined;
  const before = known.find(({ period }) => yearAfter(period) === last.period);
  const change: Latest['change'] = isBroken(String(Number(last.period) - 1), last.period, breaks)
    ? 'broken'
    : before
      ? { by: subtract(last.value, before.value), percent: percentOf(subtract(last.value, before.value), before.value) }
      : 'unknown';
  return { ...last, change };
}
