import type { Said, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { colours } from './look.ts';
import { languageOf, untyped, type Writing } from './pdf.ts';
import { columnShares } from './columns.ts';

const SIZE = 10;
const PADDING = 4;
const BETWEEN = 8;

/** A table whose headings and rows are told apart by whoever reads it aloud; its headings stand again on each page. */
export function drawTable(writing: Writing, block: TableBlock): void {
  const { doc, root, left, width, bottom } = writing;
  const widths = columnShares(block).map((share) => share * width);
  const heightOf = (row: readonly Said[], font: string): number => {
    doc.font(font).fontSize(SIZE);
    const heights = row.map(({ text }, at) => doc.heightOfString(text, { width: (widths[at] ?? 0) - BETWEEN }));
    return Math.max(...heights) + 2 * PADDING;
  };
  const write = (said: Said, at: number, y: number, font: string, colour: string) => {
    const x = left + widths.slice(0, at).reduce((sum, one) => sum + one, 0);
    const align = block.numeric.includes(at) ? 'right' : 'left';
    doc.font(font).fontSize(SIZE).fillColor(`#${colour}`);
    doc.text(said.text, x, y + PADDING, { width: (widths[at] ?? 0) - BETWEEN, align });
  };
  const line = (y: number, colour: string, thickness: number) => {
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(thickness)
      .strokeColor(`#${colour}`)
      .stroke();
    doc.endMarkedContent();
  };
  const headHeight = heightOf(block.head, 'bold');
  const firstRow = block.rows[0] ? heightOf(block.rows[0], 'plain') : 0;
  if (doc.y + headHeight + firstRow > bottom) doc.addPage();
  const table = doc.struct('Table', { alt: block.caption.text });
  root.add(table);
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
  for (const row of block.rows) {
    const height = heightOf(row, 'plain');
    if (y + height > bottom) {
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
  doc.y = y + 10;
}
