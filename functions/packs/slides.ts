import type { Block, ChartBlock, PackContent, Said, Section, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { packWords } from '@insatskollen/shared/packs/words.ts';

/** Inches on a slide of 13.33 × 7.5, and points for type. */
export const page = { left: 0.6, right: 12.73, title: 0.72, bottom: 6.85, gap: 0.12 } as const;
export const width = page.right - page.left;
export const sizes = {
  title: 26,
  longTitle: 20,
  lead: 20,
  plain: 16,
  soft: 14,
  list: 16,
  table: 14,
  quote: 16,
} as const;
const CHART_WIDTH = 4.9;
const LEAST_CHART = 1.7;
const ROW_PADDING = 0.16;
const LONG_TITLE = 120;
/** What a bar and its name take, and what the rest of a chart does. */
const BAR = 0.62;
const AROUND_BARS = 1.1;

/** Something at its place on a slide. */
export interface Placed {
  block: Block;
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Slide {
  section: Section;
  title: { said: Said; size: number; h: number };
  placed: Placed[];
}

/** How wide a letter is of its height, on the average and a little more. */
const LETTER = 0.48;

/** How high a text is in a width, in inches. */
function heightOf(text: string, w: number, size: number): number {
  const perLine = Math.max(1, Math.floor((w * 72) / (size * LETTER)));
  return Math.ceil(text.length / perLine) * ((size * 1.22) / 72);
}

const plainHeight = (block: Block, w: number): number => {
  switch (block.kind) {
    case 'text':
      return heightOf(block.said.text, w, sizes[block.tone]) + page.gap;
    case 'list':
      return block.items.reduce<number>((sum, { text }) => sum + heightOf(text, w - 0.3, sizes.list) + 0.04, page.gap);
    case 'quote':
      return heightOf(block.said.text, w, sizes.quote) + heightOf(block.source.text, w, sizes.soft) + 2 * page.gap;
    case 'table':
    case 'chart':
      return 0;
  }
};

/** Widths of a table's columns: those of numbers as narrow as they may be, words share what is left. */
export function columnWidths({ head, rows, numeric }: TableBlock, w: number): number[] {
  const longest = head.map((cell, at) => Math.max(cell.text.length, ...rows.map((row) => row[at]?.text.length ?? 0)));
  const isNumber = (at: number) => numeric.includes(at);
  const narrow = longest.map((length, at) => (isNumber(at) ? Math.min(2.2, 0.3 + Math.min(length, 18) * 0.105) : 0));
  const left = w - narrow.reduce((sum, one) => sum + one, 0);
  const wordy = longest.map((length, at) => (isNumber(at) ? 0 : Math.max(16, Math.min(length, 70))));
  const all = wordy.reduce((sum, one) => sum + one, 0);
  return head.map((_, at) => (isNumber(at) ? (narrow[at] ?? 0) : (left * (wordy[at] ?? 0)) / all));
}

const rowHeight = (row: readonly Said[], widths: readonly number[]): number =>
  Math.max(...row.map(({ text }, at) => heightOf(text, (widths[at] ?? 1) - 0.16, sizes.table))) + ROW_PADDING;

/** A pack's sections on slides: each on one, and on more where its table is long. */
export const slidesOf = (content: PackContent): Slide[] =>
  content.sections.flatMap((section) => slidesFor(section, packWords[content.language].part));

function slidesFor(section: Section, part: (title: string, n: number, of: number) => string): Slide[] {
  const { blocks } = section;
  const isBody = ({ kind }: Block) => kind === 'table' || kind === 'chart';
  const first = blocks.findIndex(isBody);
  const before = first < 0 ? blocks : blocks.slice(0, first);
  const after = first < 0 ? [] : blocks.slice(first).filter((block) => !isBody(block));
  const table = blocks.find((block): block is TableBlock => block.kind === 'table');
  const chart = blocks.find((block): block is ChartBlock => block.kind === 'chart');
  const slides: Slide[] = [];
  let y = 0;
  const open = () => {
    const said = section.title;
    const size = said.text.length > LONG_TITLE ? sizes.longTitle : sizes.title;
    // Bold letters are wider.
    const h = heightOf(said.text, width * 0.92, size);
    slides.push({ section, title: { said, size, h }, placed: [] });
    y = page.title + h + 0.3;
  };
  const put = (block: Block, box: { x: number; w: number; h: number }) =>
    slides.at(-1)?.placed.push({ block, ...box, y });
  const flow = (block: Block) => {
    const h = plainHeight(block, width);
    if (y + h > page.bottom) open();
    put(block, { x: page.left, w: width, h });
    y += h;
  };
  open();
  for (const block of before) flow(block);
  const afterHeight = after.reduce((sum, block) => sum + plainHeight(block, width), 0);
  const isBeside = table !== undefined && chart !== undefined;
  const tableWidth = isBeside ? width - CHART_WIDTH - 0.35 : width;
  let bodyEnd = y;
  if (chart) {
    const room = page.bottom - y - (afterHeight > 0 ? afterHeight + page.gap : 0);
    const h = Math.max(LEAST_CHART, Math.min(AROUND_BARS + chart.labels.length * BAR, room));
    const x = isBeside ? page.right - CHART_WIDTH : page.left;
    put(chart, { x, w: isBeside ? CHART_WIDTH : width, h });
    bodyEnd = y + h;
  }
  if (table) {
    const widths = columnWidths(table, tableWidth);
    const headHeight = rowHeight(table.head, widths);
    let rows: (readonly Said[])[] = [];
    let h = headHeight;
    const close = () => {
      put({ ...table, rows: rows.map((row) => [...row]) }, { x: page.left, w: tableWidth, h });
      bodyEnd = Math.max(bodyEnd, y + h);
      rows = [];
      h = headHeight;
    };
    for (const row of table.rows) {
      const height = rowHeight(row, widths);
      if (rows.length > 0 && y + h + height > page.bottom) {
        close();
        open();
        bodyEnd = y;
      }
      rows.push(row);
      h += height;
    }
    close();
  }
  y = bodyEnd + (after.length > 0 ? page.gap : 0);
  for (const block of after) flow(block);
  if (slides.length > 1)
    for (const [n, { title }] of slides.entries())
      title.said = { ...title.said, text: part(title.said.text, n + 1, slides.length) };
  // What one sees to the left is read first.
  for (const slide of slides) slide.placed.sort((a, b) => a.y - b.y || a.x - b.x);
  return slides;
}
