import { compare, largest, type Decimal } from '@insatskollen/shared/decimal.ts';
import { PANEL } from './panel.ts';
import { linesOf, type Point } from '@insatskollen/shared/societal/lines.ts';

interface At {
  x: number;
  y: number;
}
/** The lines of one place, drawn in a panel that all places share the scale of. */
export interface Panel {
  lines: At[][];
  /** The last point, if any. */
  last: At | undefined;
}
/** What all panels have in common: the scale, and where series are measured in a new way. */
export interface Scale {
  low: Decimal;
  high: Decimal;
  from: string;
  to: string;
  breaks: number[];
}

/**
 * Draws each place's lines on one scale, from the lowest value of all to the highest: these are lines and no bars, so that they need
 * not begin at zero. What is not measured is not drawn, and a break ends a line.
 */
export function panelsOf(
  places: readonly (readonly Point[])[],
  breaks: readonly string[],
): { panels: Panel[]; scale: Scale | undefined } {
  const known = places.flat().flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  const years = known.map(({ period }) => period).toSorted();
  const [from, to] = [years[0], years.at(-1)];
  const first = known[0]?.value;
  if (from === undefined || to === undefined || first === undefined)
    return { panels: places.map(() => ({ lines: [], last: undefined })), scale: undefined };
  const high = known.reduce<Decimal>((top, { value }) => largest(top, value), first);
  const low = known.reduce<Decimal>((bottom, { value }) => (compare(value, bottom) < 0 ? value : bottom), first);
  const [width, height] = [PANEL.width - 2 * PANEL.edge, PANEL.height - 2 * PANEL.edge];
  // A drawing needs no more than what floating point gives: nothing of it is ever read as a number.
  const [bottom, span, length] = [Number(low), Number(high) - Number(low), Number(to) - Number(from)];
  const xOf = (period: number) => (length === 0 ? width / 2 : ((period - Number(from)) / length) * width);
  const placed = ({ period, value }: Point): At => ({
    x: round(xOf(Number(period))),
    y: round(span === 0 ? height / 2 : height - ((Number(value) - bottom) / span) * height),
  });
  const panels = places.map((points) => {
    const lines = linesOf(points, breaks).map((line) => line.map(placed));
    return { lines, last: lines.at(-1)?.at(-1) };
  });
  const inside = breaks.filter((at) => from < at && at <= to).map((at) => round(xOf(Number(at) - 0.5)));
  return { panels, scale: { low, high, from, to, breaks: inside } };
}

const round = (n: number): number => Math.round(n * 10) / 10;
