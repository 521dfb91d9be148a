import type { Block, Said } from '@insatskollen/shared/packs/content.ts';
import type { Piece } from '@insatskollen/shared/packs/together.ts';
import { colours, hueOf } from './look.ts';
import { chartHeight, drawChart } from './pdfChart.ts';
import { drawTable, tableHeight } from './pdfTable.ts';
import { languageOf, textHeight, writeText, type Manner, type Writing } from './pdfWriting.ts';

const tones = {
  lead: { size: 12, font: 'bold', after: 4 },
  plain: { size: 11, after: 6 },
  soft: { size: 10, colour: colours.soft, after: 6 },
} as const satisfies Record<string, Manner>;
const said: Manner = { size: 11.5, after: 0, indent: 16 };
const source: Manner = { size: 10, colour: colours.soft, after: 8, indent: 16 };
const item: Manner = { size: 11, after: 2, indent: 14 };
const AFTER_LIST = 4;
/** Rows of a table that do not begin alone at the foot of a page. */
const FIRST_ROWS = 3;

const quoted = (one: Said): Said => ({ ...one, text: `”${one.text}”` });
const headings = {
  1: { tag: 'H2', size: 18, before: 12 },
  2: { tag: 'H3', size: 13.5, before: 8 },
} as const;

/** How high a piece becomes. */
export function heightOf(writing: Writing, piece: Piece): number {
  if (piece.kind === 'block') return blockHeight(writing, piece.block, piece.captioned, Infinity);
  const { title, level } = piece.section;
  return textHeight(writing, title, { ...headings[level], font: 'bold', after: 4 });
}

/** How much of a piece at least stands below what leads to it. */
export const leastOf = (writing: Writing, piece: Piece): number =>
  piece.kind === 'block' ? blockHeight(writing, piece.block, piece.captioned, FIRST_ROWS) : heightOf(writing, piece);

function blockHeight(writing: Writing, block: Block, captioned: boolean, rows: number): number {
  switch (block.kind) {
    case 'text':
      return textHeight(writing, block.said, tones[block.tone]);
    case 'list':
      return block.items.reduce((sum, one) => sum + textHeight(writing, one, item), AFTER_LIST);
    case 'quote':
      return textHeight(writing, quoted(block.said), said) + textHeight(writing, block.source, source);
    case 'table':
      return tableHeight(writing, block, { captioned, rows });
    case 'chart':
      return chartHeight(writing, block);
  }
}

/** Writes a piece where the page has come to. */
export function writePiece(writing: Writing, piece: Piece): void {
  if (piece.kind === 'block') return writeBlock(writing, piece.block, piece.captioned);
  const { title, hue, level } = piece.section;
  const { tag, ...manner } = headings[level];
  writeText(writing, tag, title, { ...manner, font: 'bold', colour: hueOf(hue), after: 4 });
}

function writeBlock(writing: Writing, block: Block, captioned: boolean): void {
  const { doc, root } = writing;
  switch (block.kind) {
    case 'text':
      return writeText(writing, 'P', block.said, tones[block.tone]);
    case 'list': {
      const list = doc.struct('L');
      root.add(list);
      for (const one of block.items) writeItem(writing, list, one);
      list.end();
      doc.y += AFTER_LIST;
      return;
    }
    case 'quote': {
      const quote = doc.struct('BlockQuote', languageOf(writing, block.said));
      root.add(quote);
      writeText(writing, 'P', quoted(block.said), said, quote);
      writeText(writing, 'P', block.source, source, quote);
      return void quote.end();
    }
    case 'table':
      return drawTable(writing, block, captioned);
    case 'chart':
      return drawChart(writing, block);
  }
}

function writeItem(writing: Writing, list: PDFKit.PDFStructureElement, one: Said): void {
  const { doc, left, bottom } = writing;
  if (doc.y + textHeight(writing, one, item) > bottom) doc.addPage();
  const { y } = doc;
  const element = doc.struct('LI');
  list.add(element);
  doc.font('plain').fontSize(item.size);
  element.add(doc.struct('Lbl', {}, () => void doc.fillColor(`#${colours.ink}`).text('•', left, y)));
  doc.y = y;
  writeText(writing, 'LBody', one, item, element);
  element.end();
}
