import type { ChartBlock } from '../packs/content.ts';
import { colours, linesOf, picture, textAt } from './svg.ts';

/** What a part of a bar stands for: told by lightness as well as by colour. */
export const partColours = { done: '#14523c', waiting: '#7fa895', late: '#ab2418', rest: '#c9cec9' } as const;
type Means = keyof typeof partColours;

/** Everything in pixels of a picture that is so wide. */
export const WIDTH = 800;
const NAMES = 300;
const BESIDE = 16;
/** Room for what each bar comes to, in a column of its own where no bar or line crosses it. */
const COLUMN = 100;
const BAR = 20;
const SIZE = 16;
const LINE = 20;
const BETWEEN = 10;
const SQUARE = 14;
/** How wide a letter is at most on the average, in parts of its size. */
const LETTER = 0.52;
/** A bar that reaches its target ends here, in per cent, and there is always some room beyond. */
const TARGET = 100;
const LEAST_END = 115;

/** Text with its foot at `y`; a `sum` ends at `x`, other text begins there. */
interface DrawnText {
  x: number;
  y: number;
  words: string;
  manner: 'title' | 'plain' | 'sum';
}
/** A chart of bars as rectangles, texts and a line, for whoever paints them. */
export interface BarChart {
  height: number;
  texts: DrawnText[];
  bars: { x: number; y: number; width: number; height: number; means: Means }[];
  /** Where the target is. */
  line: { x: number; from: number; to: number } | null;
}

/** Bars from one line, each with its name before it and what it comes to after it, and a line at the target where they have one. */
export function barChart({ title, caption, labels, series, ends, percent, stacked }: ChartBlock): BarChart {
  const chart: BarChart = { height: 0, texts: [], bars: [], line: null };
  const longest = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const scale = (WIDTH - NAMES - COLUMN) / Math.max(percent ? LEAST_END : 1, ...longest);
  let y = 0;
  for (const words of linesOf((caption ?? title).text, WIDTH, SIZE)) {
    chart.texts.push({ x: 0, y: y + SIZE, words, manner: 'title' });
    y += LINE + 2;
  }
  y += BETWEEN / 2;
  const top = y;
  for (const [at, { text }] of labels.entries()) {
    const names = linesOf(text, NAMES - BESIDE, SIZE);
    const high = Math.max(BAR, names.length * LINE);
    for (const [n, words] of names.entries())
      chart.texts.push({ x: 0, y: y + (high - names.length * LINE) / 2 + n * LINE + SIZE - 1, words, manner: 'plain' });
    let x = NAMES;
    for (const { values, means } of series) {
      const width = (values[at] ?? 0) * scale;
      if (width > 0) chart.bars.push({ x, y: y + (high - BAR) / 2, width, height: BAR, means });
      x += width;
    }
    const end = ends[at];
    if (end) chart.texts.push({ x: WIDTH, y: y + high / 2 + SIZE / 3, words: end.text, manner: 'sum' });
    y += high + BETWEEN;
  }
  if (percent) chart.line = { x: NAMES + TARGET * scale, from: top - 2, to: y - BETWEEN / 2 };
  if (stacked) y = legend(chart, series, y);
  chart.height = Math.ceil(y);
  return chart;
}

/** What each colour means, under the bars where there is room and else from the edge. Ends with where it ends. */
function legend({ bars, texts }: BarChart, series: ChartBlock['series'], y: number): number {
  const wide = (words: string) => SQUARE + 6 + words.length * SIZE * LETTER + 20;
  const all = series.reduce((sum, { name }) => sum + wide(name.text), 0);
  let x = all <= WIDTH - NAMES ? NAMES : 0;
  for (const { name, means } of series) {
    bars.push({ x, y: y + 2, width: SQUARE, height: SQUARE, means });
    texts.push({ x: x + SQUARE + 6, y: y + SQUARE, words: name.text, manner: 'plain' });
    x += wide(name.text);
  }
  return y + LINE + 4;
}

/** So far from the edge that no letter is cut by it. */
const EDGE = 3;
const inside = (x: number): number => Math.round(Math.min(WIDTH - EDGE, Math.max(EDGE, x)));

/** The same as a picture on white paper. */
export function barPicture(block: ChartBlock): { svg: string; width: number; height: number } {
  const { height, texts, bars, line } = barChart(block);
  const styles = {
    title: { size: SIZE, strong: true, fill: colours.soft },
    plain: { size: SIZE },
    sum: { size: SIZE, anchor: 'end' },
  } as const;
  const parts = [
    ...bars.map(
      (bar) =>
        `<rect x="${bar.x.toFixed(1)}" y="${bar.y.toFixed(1)}" width="${bar.width.toFixed(1)}" height="${bar.height}" fill="${partColours[bar.means]}"/>`,
    ),
    ...(line
      ? [
          `<line x1="${line.x.toFixed(1)}" x2="${line.x.toFixed(1)}" y1="${line.from}" y2="${line.to}" stroke="${colours.ink}" stroke-width="2"/>`,
        ]
      : []),
    ...texts.map(({ x, y, words, manner }) => textAt(inside(x), Math.round(y), words, styles[manner])),
  ];
  const svg = picture(
    { width: WIDTH, height, language: block.alt.language, paper: '#ffffff' },
    { title: (block.caption ?? block.title).text, description: block.alt.text },
    parts,
  );
  return { svg, width: WIDTH, height };
}
