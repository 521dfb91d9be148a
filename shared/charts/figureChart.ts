import { stockholmDay } from '../calendar/days.ts';
import { dayInWords, periodName } from '../calendar/inWords.ts';
import { windowName } from '../calendar/windowName.ts';
import { windowOf } from '../calendar/periods.ts';
import { madeUp, source } from '../exports/figureNotes.ts';
import { percent } from '../format/number.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Coverage } from '../summary/coverage.ts';
import { coverageSentence } from '../summary/coverageWords.ts';
import type { Figure } from '../summary/figures.ts';
import { amount, attainment, barText, figureText, targetText, trendText, unitWord } from '../summary/figureWords.ts';
import { choiceBars } from './choiceBars.ts';
import { passedShare } from './passed.ts';
import { colours, linesOf, picture, textAt, xml } from './svg.ts';
import { targetBar } from './targetBar.ts';
import { trendAt, type DrawnPoint } from './trendLine.ts';
import { trendPicture } from './trendPicture.ts';

type Language = 'sv' | 'en';

/** One figure with all that a picture of it says. */
export interface Charted {
  figure: Figure;
  indicator: Indicator | undefined;
  area: { name: string; order: number };
  coverage: Coverage;
  from: string;
  to: string;
  asOf: string;
  include: 'official' | 'preview';
  synthetic: boolean;
}

const WIDTH = 800;
const EDGE = 40;
const INNER = WIDTH - 2 * EDGE;
const SMALL = 15;

const texts = {
  sv: {
    nothing: 'Inget godkänt än',
    target: 'Mål',
    of: (share: string, target: string) => `${share} av målet ${target}`,
    missing: (share: string) => `Den randiga delen hör ungefär till de ${share} av rapporterna som inte är godkända.`,
    pace: 'Det svagare strecket är jämn takt till dagen för läget.',
    asOf: (day: string) => `Läget ${day}`,
    official: 'officiella siffror',
    preview: 'FÖRHANDSVISNING, inte officiella siffror, får inte spridas',
    trend: 'Utveckling',
    source: 'Källa',
  },
  en: {
    nothing: 'Nothing approved yet',
    target: 'Target',
    of: (share: string, target: string) => `${share} of the target ${target}`,
    missing: (share: string) => `The striped part belongs, roughly, to the ${share} of reports that are not approved.`,
    pace: 'The lighter tick is an even pace to that day.',
    asOf: (day: string) => `As of ${day}`,
    official: 'official figures',
    preview: 'PREVIEW, not official figures, must not be passed on',
    trend: 'Trend',
    source: 'Source',
  },
} as const;

/** Parts of a picture under each other: each is told where it begins and says where it ends. */
class Column {
  readonly parts: string[] = [];
  y = EDGE;
  add(part: string, height: number): void {
    this.parts.push(part);
    this.y += height;
  }
  lines(words: string, style: { size: number; fill?: string; strong?: boolean }): void {
    for (const line of linesOf(words, INNER, style.size))
      this.add(textAt(EDGE, this.y + style.size, line, style), Math.round(style.size * 1.35));
  }
}

/** A picture of a figure, as SVG: its value against its target, its trend, and everything that it rests on in words. */
export function figureChart(charted: Charted, language: Language): string {
  const t = texts[language];
  const { figure, area, coverage } = charted;
  const day = stockholmDay(new Date(charted.asOf));
  const missing = coverage.expected > 0 ? (coverage.expected - coverage.approved) / coverage.expected : 0;
  const hue = colours.areas[area.order - 1] ?? colours.ink;
  const name = figure.name[language];
  const counts = charted.include === 'preview' ? t.preview : t.official;
  const when = `${t.asOf(dayInWords(day, language))}, ${counts}`;
  const window = windowName(charted, language);
  const column = new Column();
  column.lines(name, { size: 26, strong: true });
  column.lines(`${area.name}, ${window}`, { size: 18, fill: hue });
  column.add(`<rect x="${EDGE}" y="${column.y + 6}" width="${INNER}" height="3" fill="${hue}"/>`, 22);
  const value = figureText(figure, language);
  if (figure.kind === 'text') {
    const bars = choiceBars(figure, charted.indicator, { x: EDGE, y: column.y, width: INNER }, language);
    column.add(bars.svg, bars.height);
  } else {
    const unit = unitWord(figure, language);
    const big = value ?? t.nothing;
    const size = value === null ? 22 : 40;
    column.add(
      `<text x="${EDGE}" y="${column.y + size}" font-size="${size}" font-weight="600" fill="${colours.ink}">${xml(big)}` +
        `${value === null ? '' : `<tspan dx="9" font-size="20" font-weight="400" fill="${colours.soft}">${xml(unit)}</tspan>`}</text>`,
      size + 16,
    );
    if (figure.target !== null) {
      const window = windowOf(charted.from, charted.to);
      const pace = figure.kind === 'flow' && window ? passedShare(window, day) : null;
      column.add(targetBar(figure, figure.target, { x: EDGE, y: column.y, width: INNER }, { pace, missing }), 42);
      const share = attainment(figure, language);
      const target = `${targetText(figure, language) ?? ''} ${figure.unit.sv === '%' ? '' : unitWord(figure, language)}`;
      column.lines((share === null ? `${t.target} ${target}` : t.of(share, target)).trim(), { size: 18 });
      const striped = missing > 0 && figure.kind !== 'ratio' && t.missing(percent(Math.round(missing * 100), language));
      const paced = pace !== null && pace < 1 && t.pace;
      const how = [striped, paced].filter((one) => one !== false).join(' ');
      if (how !== '') column.lines(how, { size: SMALL, fill: colours.soft });
    }
  }
  const trend = trendAt(figure.trend, day);
  if (trend.length > 1) {
    column.y += 18;
    column.lines(t.trend, { size: 18, strong: true });
    const shown = trendPicture(trend, { x: EDGE, y: column.y + 8, width: INNER, height: 150 }, (point) => ({
      value: point.value === null ? '' : amount(point.value, figure, language),
      period: periodName(point.period, language),
    }));
    column.add(shown, 200);
  }
  column.y += 10;
  column.add(`<rect x="${EDGE}" y="${column.y}" width="${INNER}" height="1" fill="${colours.strong}"/>`, 10);
  column.lines(coverageSentence(coverage, language), { size: SMALL });
  column.lines(when, { size: SMALL, fill: colours.soft, strong: charted.include === 'preview' });
  column.lines(`${t.source}: ${source[language]}`, { size: SMALL, fill: colours.soft });
  if (charted.synthetic) {
    column.y += 6;
    column.add(`<rect x="${EDGE}" y="${column.y}" width="${INNER}" height="30" fill="${colours.attention}"/>`, 0);
    column.add(textAt(EDGE + 12, column.y + 20, madeUp[language], { size: SMALL, strong: true }), 30);
  }
  const height = Math.round(column.y + 24);
  const title = `${name}, ${area.name}, ${window}`;
  return picture(
    { width: WIDTH, height, language },
    { title, description: described(charted, trend, { missing, when }, language) },
    column.parts,
  );
}

/** All that the picture shows, in words. */
function described(
  { figure, coverage, synthetic, indicator }: Charted,
  trend: readonly DrawnPoint[],
  { missing, when }: { missing: number; when: string },
  language: Language,
): string {
  const t = texts[language];
  const value = figureText(figure, language);
  const shown =
    figure.kind === 'text'
      ? Object.entries(figure.choices ?? {})
          .map(([id, n]) => `${indicator?.options?.find((one) => one.id === id)?.name[language] ?? id}: ${n}`)
          .join(', ')
      : figure.target === null
        ? `${value ?? t.nothing} ${value === null ? '' : unitWord(figure, language)}`.trim()
        : barText(figure, language, missing);
  const way = trend.length > 1 ? `${t.trend}: ${trendText(trend, figure, language)}.` : '';
  const made = synthetic ? madeUp[language] : '';
  return [`${shown}.`, way, coverageSentence(coverage, language), `${when}.`, made]
    .filter((one) => one !== '')
    .join(' ');
}
