import type { Decimal } from '../decimal.ts';
import type { Figure } from '../summary/figures.ts';
import { heightOf, shapeOf } from '../summary/figureWords.ts';
import { colours } from './svg.ts';
import { placeBar } from './targetScale.ts';

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(0, width).toFixed(1)}" height="${height}" fill="${fill}"/>`;
const tick = (x: number, y: number, to: number, stroke: string, width: number) =>
  `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${y}" y2="${to}" stroke="${stroke}" stroke-width="${width}"/>`;

/**
 * A value against its target, as the pages draw it: a bar from zero, for a ratio a dot on a line, for a range a band; a tick at the
 * target, a lighter one at the pace; the part that rests on reports which are not approved is hatched.
 */
export function targetBar(
  figure: Figure,
  target: Decimal,
  { x, y, width }: { x: number; y: number; width: number },
  { pace, missing }: { pace: number | null; missing: number },
): string {
  const height = heightOf(figure);
  const places = placeBar({ value: height?.value ?? null, from: height?.from ?? null, target }, { pace, missing });
  const shape = shapeOf(figure.kind);
  const at = (percent: number) => x + (percent / 100) * width;
  const wide = (percent: number) => (percent / 100) * width;
  const middle = y + 15;
  const parts = [
    '<defs><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
      `<path d="M0 0v9" stroke="${colours.strong}" stroke-width="4"/></pattern></defs>`,
  ];
  if (shape === 'dot')
    parts.push(
      `<line x1="${x}" x2="${x + width}" y1="${middle}" y2="${middle}" stroke="${colours.strong}" stroke-width="2"/>`,
    );
  else {
    parts.push(rect(x, y + 6, wide(places.target), 18, colours.line));
    if (places.missingFrom !== null)
      parts.push(rect(at(places.missingFrom), y + 6, wide(places.target - places.missingFrom), 18, 'url(#hatch)'));
  }
  if (places.value !== null) {
    const from = places.from ?? 0;
    if (shape === 'bar') parts.push(rect(x, y + 10, wide(places.value), 10, colours.ink));
    if (shape === 'band') {
      parts.push(tickless(x, at(from), middle));
      parts.push(rect(at(from), y + 10, Math.max(wide(0.5), wide(places.value - from)), 10, colours.soft));
    }
  }
  if (places.pace !== null) parts.push(tick(at(places.pace), y + 2, y + 28, colours.strong, 2));
  parts.push(tick(at(places.target), y - 2, y + 32, colours.ink, 3));
  if (shape === 'dot' && places.value !== null)
    parts.push(`<circle cx="${at(places.value).toFixed(1)}" cy="${middle}" r="8" fill="${colours.ink}"/>`);
  if (places.over)
    parts.push(
      `<path d="M${x + width - 16} ${middle - 5}l5 5-5 5m6-10l5 5-5 5" fill="none" stroke="${colours.paper}" stroke-width="2"/>`,
    );
  return parts.join('');
}

const tickless = (from: number, to: number, y: number) =>
  `<line x1="${from}" x2="${to.toFixed(1)}" y1="${y}" y2="${y}" stroke="${colours.strong}" stroke-width="2"/>`;
