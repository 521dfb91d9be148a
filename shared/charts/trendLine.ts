import type { Day } from '../calendar/days.ts';
import { period as periodOf } from '../calendar/periods.ts';
import { compare, largest, percentOf, type Decimal } from '../decimal.ts';
import { EDGE } from './trendEdge.ts';

export interface TrendPoint {
  period: string;
  value: Decimal | null;
}
/** A point as it is drawn: one whose period is not over is no fall, however low it is. */
export interface DrawnPoint extends TrendPoint {
  over?: boolean;
}
interface Place {
  x: number;
  y: number;
  over: boolean;
}

/** A trend as lines to draw: one for each run without gaps. */
export interface Drawing {
  runs: Place[][];
  last: Place | null;
}

/** Draws a trend in a place of this size, from zero at the bottom to the largest value at the top. */
export function drawTrend(points: readonly DrawnPoint[], size: { width: number; height: number }): Drawing {
  const [width, height] = [size.width - 2 * EDGE, size.height - 2 * EDGE];
  const highest = points.reduce<Decimal>((top, { value }) => (value === null ? top : largest(top, value)), '0');
  const step = points.length > 1 ? width / (points.length - 1) : 0;
  const runs: Place[][] = [];
  let run: Place[] = [];
  points.forEach(({ value, over = true }, n) => {
    if (value === null) {
      if (run.length > 0) runs.push(run);
      run = [];
      return;
    }
    // A hundredth of the height is finer than the line is thick.
    const share = compare(highest, '0') > 0 ? Number(percentOf(value, highest) ?? 0) / 100 : 0;
    run.push({ x: n * step, y: height - Math.max(0, share) * height, over });
  });
  if (run.length > 0) runs.push(run);
  return { runs, last: runs.at(-1)?.at(-1) ?? null };
}

/** The points from the first that is known to the last: empty ones at the ends say nothing. */
export function trimTrend(points: readonly TrendPoint[]): TrendPoint[] {
  const first = points.findIndex(({ value }) => value !== null);
  const last = points.findLastIndex(({ value }) => value !== null);
  return first < 0 ? [] : points.slice(first, last + 1);
}

/** As `trimTrend`, seen from a day: which periods are over then. */
export const trendAt = (points: readonly TrendPoint[], day: Day): DrawnPoint[] =>
  trimTrend(points).map((point) => ({ ...point, over: periodOf(point.period).end < day }));
