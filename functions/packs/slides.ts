import type { Block, ChartBlock, PackContent, Said, Section, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { packWords } from '@insatskollen/shared/packs/words.ts';
import { columnWidths, parted, rowHeights } from './slideTable.ts';
import { heightOf, page, sizes, titleOf, width } from './slideText.ts';

const CHART_WIDTH = 4.9;
const BESIDE = 0.35;
const LEAST_CHART = 1.7;
/** What a bar and its name take, and what the rest of a chart does. */
const BAR = 0.62;
const AROUND_BARS = 1.1;

/** Something at its place on a slide; a table with its columns' widths, the same on each slide that it goes on on. */
export interface Placed {
  block: Block;
  x: number;
  y: number;
  w: number;
  h: number;
  columns?: number[];
}
export interface Slide {
  section: Section;
  title: { said: Said; size: number; h: number };
  placed: Placed[];
}

/** A pack's sections on slides: each on one, and on more where its table is long. */
export const slidesOf = (content: PackContent): Slide[] =>
  content.sections.flatMap((section) => {
    const { part } = packWords[content.language];
    const one = laidOut(section, section.title.text);
    if (one.length === 1) return one;
    // Which part it is makes the title longer, and perhaps a line higher.
    const slides = laidOut(section, part(section.title.text, one.length, one.length));
    for (const [n, { title }] of slides.entries())
      title.said = { ...title.said, text: part(section.title.text, n + 1, slides.length) };
    return slides;
  });

const isBody = ({ kind }: Block) => kind === 'table' || kind === 'chart';
const isSoft = (block: Block) => block.kind === 'text' && block.tone === 'soft';

/** A section on its slides, with room for such a title: texts, then the table with its chart beside it, or after that where they are too many, then what is said of them. */
function laidOut(section: Section, title: string): Slide[] {
  const { blocks } = section;
  const first = blocks.findIndex(isBody);
  const [before, from] = first < 0 ? [blocks, []] : [blocks.slice(0, first), blocks.slice(first)];
  const table = from.find((block): block is TableBlock => block.kind === 'table');
  const chart = from.find((block): block is ChartBlock => block.kind === 'chart');
  const after = from.filter((block) => !isBody(block));
  const { slides, flow, open, put, now } = opened(section, title);
  for (const block of before) flow(block);
  const notes = after.filter(isSoft);
  const beside = table && chart ? besideOf(table, notes, page.bottom - now()) : undefined;
  if (chart) {
    const room = page.bottom - now() - heightsOf(beside || table ? [] : after);
    const h = Math.max(LEAST_CHART, Math.min(AROUND_BARS + chart.labels.length * BAR, room));
    const [x, w] = beside ? [page.right - CHART_WIDTH, CHART_WIDTH] : [page.left, width];
    put({ block: chart, x, w, h }, beside ? 0 : h);
    if (beside) {
      // The table and what is said of it to the left, the chart to the right, and whatever follows below the higher of them.
      const top = now();
      put({ block: table ?? chart, x: page.left, w: beside.w, h: beside.h, columns: beside.columns }, beside.h);
      for (const block of notes) flow(block, beside.w);
      put(undefined, Math.max(0, top + h - now()) + page.gap);
    }
  }
  if (table && !beside) {
    const columns = columnWidths(table, width);
    const heights = rowHeights(table, columns);
    if (chart) open();
    let at = 0;
    for (const [n, count] of parted(heights, page.bottom - now(), page.bottom - topOf(title)).entries()) {
      if (n > 0) open();
      if (count === 0) continue;
      const h = heights.head + heights.rows.slice(at, at + count).reduce((sum, one) => sum + one, 0);
      const rows = table.rows.slice(at, at + count);
      put({ block: { ...table, rows }, x: page.left, w: width, h, columns }, h + page.gap);
      at += count;
    }
  }
  for (const block of after) if (!beside || !isSoft(block)) flow(block);
  // What one sees to the left is read first.
  for (const slide of slides) slide.placed.sort((a, b) => a.y - b.y || a.x - b.x);
  return slides;
}

const topOf = (title: string): number => page.title + titleOf(title).h + 0.3;

/** Slides of a section that are filled from above, the first of them open. */
function opened(section: Section, title: string) {
  const slides: Slide[] = [];
  let y = 0;
  const open = () => {
    slides.push({ section, title: { said: section.title, ...titleOf(title) }, placed: [] });
    y = topOf(title);
  };
  const put = (placed: Omit<Placed, 'y'> | undefined, down: number) => {
    if (placed) slides.at(-1)?.placed.push({ ...placed, y });
    y += down;
  };
  const flow = (block: Block, w: number = width) => {
    const h = plainHeight(block, w);
    if (y + h > page.bottom) open();
    put({ block, x: page.left, w, h }, h);
  };
  open();
  return { slides, open, put, flow, now: () => y };
}

/** How a table stands with a chart beside it and what is said of it below; nothing where they do not fit in the room. */
function besideOf(
  table: TableBlock,
  notes: readonly Block[],
  room: number,
): { w: number; h: number; columns: number[] } | undefined {
  const w = width - CHART_WIDTH - BESIDE;
  const columns = columnWidths(table, w);
  const { head, rows } = rowHeights(table, columns);
  const h = rows.reduce((sum, one) => sum + one, head) + page.gap;
  return h + heightsOf(notes, w) > room ? undefined : { w, h, columns };
}

const heightsOf = (blocks: readonly Block[], w: number = width): number =>
  blocks.reduce((sum, block) => sum + plainHeight(block, w), 0);

function plainHeight(block: Block, w: number): number {
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
}
