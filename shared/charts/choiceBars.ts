import { number } from '../format/number.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Figure } from '../summary/figures.ts';
import { colours, textAt } from './svg.ts';

const ROW = 34;
const NAMES = 200;

/** How many reports gave each answer, as bars under each other in the order of the indicator's answers. */
export function choiceBars(
  { choices = {} }: Figure,
  indicator: Indicator | undefined,
  { x, y, width }: { x: number; y: number; width: number },
  language: 'sv' | 'en',
): { svg: string; height: number } {
  const options = indicator?.options ?? Object.keys(choices).map((id) => ({ id, name: { sv: id, en: id } }));
  const most = Math.max(1, ...Object.values(choices));
  const rows = options.map(({ id, name }, n) => {
    const count = choices[id] ?? 0;
    const top = y + n * ROW;
    const long = ((width - NAMES - 60) * count) / most;
    return (
      textAt(x, top + 20, name[language], { size: 17 }) +
      `<rect x="${x + NAMES}" y="${top + 6}" width="${long.toFixed(1)}" height="18" fill="${colours.ink}"/>` +
      textAt(x + NAMES + long + 10, top + 21, number(count, language), { size: 17, strong: true })
    );
  });
  return { svg: rows.join(''), height: options.length * ROW + 6 };
}
