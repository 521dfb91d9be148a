import type { Said, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { colours } from './look.ts';
import { languageOf, textHeight, untyped, writeText, type Manner, type Writing } from './pdfWriting.ts';
import { columnShares } from './columns.ts';

const SIZE = 10;
/** How wide a letter is on the average. */
const LETTER = SIZE * 0.5;
const PADDING = 3;
const BETWEEN = 8;
const AFTER = 10;
const caption: Manner = { size: 10, font: 'bold', colour: colours.soft, before: 2, after: 0 };

/** A table's columns, how high its rows become, and how one of its cells is written. */
function layoutOf({ doc, left, width }: Writing, block: TableBlock) {
  const widths = columnShares(block, width / LETTER).map((share) => share * width);
  return {
    heightOf(row: readonly Said[], font: string): number {
      doc.font(font).fontSize(SIZE);
      const heights = row.map(({ text }, at) => doc.heightOfString(text, { width: (widths[at] ?? 0) - BETWEEN }));
      return Math.max(...heights) + 2 * PADDING;
    },
    write(said: Said, at: number, y: number, font: string, colour: string) {
      const x = left + widths.slice(0, at).reduce((sum, one) => sum + one, 0);
      const align = block.numeric.includes(at) ? 'right' : 'left';
      doc.font(font).fontSize(SIZE).fillColor(`#${colour}`);
      doc.text(said.text, x, y + PADDING, { width: (widths[at] ?? 0) - BETWEEN, align });
    },
    line(y: number, colour: string, thickness: number) {
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(thickness)
        .strokeColor(`#${colour}`)
        .stroke();
      doc.endMarkedContent();
    },
  };
}

/** How high a table becomes, or so many of its rows, with what is above and below. */
export function tableHeight(
  writing: Writing,
  block: TableBlock,
  { captioned, rows }: { captioned: boolean; rows: number },
): number {
  const { heightOf } = layoutOf(writing, block);
  const above = captioned ? textHeight(writing, block.caption, caption) : 0;
  const inside = block.rows.slice(0, rows).reduce((sum, row) => sum + heightOf(row, 'plain'), 0);
  return above + heightOf(block.head, 'bold') + inside + AFTER;
}

/** A table whose caption, headings and rows are told apart by whoever reads it aloud; its headings stand again on each page. */
export function drawTable(writing: Writing, block: TableBlock, captioned: boolean): void {
  const { doc, root, left, bottom } = writing;
  const { heightOf, write, line } = layoutOf(writing, block);
  const headHeight = heightOf(block.head, 'bold');
  const table = doc.struct('Table', captioned ? {} : { alt: block.caption.text });
  root.add(table);
  if (captioned) writeText(writing, 'Caption', block.caption, caption, table);
  let { y } = doc;

  const section = (tag: string) => {
    const made = doc.struct(tag);
    table.add(made);
    return made;
  };
  const head = section('THead');
  const headRow = doc.struct('TR');
  head.add(headRow);
  for (const [at, said] of block.head.entries())
    headRow.add(
      doc.struct('TH', { ...untyped({ scope: 'Column' }), ...languageOf(writing, said) }, () =>
        write(said, at, y, 'bold', colours.soft),
      ),
    );
  y += headHeight;
  line(y, colours.strong, 1);
  head.end();

  const body = section('TBody');
  const heights = block.rows.map((row) => heightOf(row, 'plain'));
  for (const [n, row] of block.rows.entries()) {
    const height = heights[n] ?? 0;
    // The last row does not stand alone on a page either.
    const beside = n > 0 && n === block.rows.length - 2 ? (heights[n + 1] ?? 0) : 0;
    if (y + height + beside > bottom) {
      doc.addPage();
      ({ y } = doc);
      doc.markContent('Artifact', { type: 'Layout' });
      for (const [at, said] of block.head.entries()) write(said, at, y, 'bold', colours.soft);
      doc.endMarkedContent();
      y += headHeight;
      line(y, colours.strong, 1);
    }
    const made = doc.struct('TR');
    body.add(made);
    for (const [at, said] of row.entries())
      made.add(
        at === 0
          ? doc.struct('TH', { ...untyped({ scope: 'Row' }), ...languageOf(writing, said) }, () =>
              write(said, at, y, 'plain', colours.ink),
            )
          : doc.struct('TD', languageOf(writing, said), () => write(said, at, y, 'plain', colours.ink)),
      );
    y += height;
    line(y, colours.line, 0.75);
  }
  body.end();
  table.end();
  doc.x = left;
  doc.y = y + AFTER;
}
