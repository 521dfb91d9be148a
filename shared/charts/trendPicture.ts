import { EDGE } from './trendEdge.ts';
import { colours, textAt } from './svg.ts';
import { drawTrend, type DrawnPoint } from './trendLine.ts';

/** Where the line stops and the words about the points begin. */
const TOP = 26;

/**
 * The native periods as a line from zero, every point marked with its value and the first and last period named; gaps are gaps, the
 * way to a period that is not over is dashed and its point hollow.
 */
export function trendPicture(
  points: readonly DrawnPoint[],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  say: (point: DrawnPoint) => { value: string; period: string },
): string {
  const inner = { width: width - 60, height: height - TOP };
  const drawn = drawTrend(points, { width: inner.width + 2 * EDGE, height: inner.height + 2 * EDGE });
  const left = x + 30;
  const place = (at: { x: number; y: number }) => `${(left + at.x).toFixed(1)},${(y + TOP + at.y).toFixed(1)}`;
  const ground = y + height;
  const parts = [
    `<line x1="${x}" x2="${x + width}" y1="${ground}" y2="${ground}" stroke="${colours.line}" stroke-width="1.5"/>`,
  ];
  for (const run of drawn.runs) {
    const known = run.filter(({ over }) => over);
    const open = run.slice(Math.max(0, known.length - 1));
    const line = (of: readonly { x: number; y: number }[], dashed: boolean) =>
      of.length > 1
        ? `<polyline points="${of.map(place).join(' ')}" fill="none" stroke="${colours.soft}" stroke-width="2.5" stroke-linejoin="round"${
            dashed ? ' stroke-dasharray="4 6"' : ''
          }/>`
        : '';
    parts.push(line(known, false), line(open, true));
    for (const at of run) {
      const [cx, cy] = place(at).split(',');
      const look = at.over
        ? `fill="${colours.ink}"`
        : `fill="${colours.paper}" stroke="${colours.ink}" stroke-width="2"`;
      parts.push(`<circle cx="${cx}" cy="${cy}" r="${at === drawn.last ? 5 : 3.5}" ${look}/>`);
    }
  }
  const step = points.length > 1 ? inner.width / (points.length - 1) : 0;
  const places = drawn.runs.flat();
  let next = 0;
  points.forEach((point, n) => {
    const ends = n === 0 || n === points.length - 1;
    const middle = left + n * step;
    const { value, period } = say(point);
    if (point.value !== null) {
      const at = places[next++];
      // Every value where there is room for them, else the first and the last.
      if (at && (ends || step >= 70))
        parts.push(textAt(middle, y + TOP + at.y - 10, value, { size: 15, strong: ends, anchor: 'middle' }));
    }
    if (ends) {
      const anchor = n === 0 ? {} : { anchor: 'end' as const };
      parts.push(textAt(n === 0 ? x : x + width, ground + 22, period, { size: 15, fill: colours.soft, ...anchor }));
    }
  });
  return parts.join('');
}
