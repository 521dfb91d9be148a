import type { Said, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { columnShares } from './columns.ts';
import { run, sizes, WIDTH } from './docxText.ts';
import { colours } from './look.ts';

/** How wide a letter is on the average, in twentieths of a point. */
const LETTER = sizes.small * 10 * 0.54;
/** Rows of a table that may go on on the next page which stand with what is before it, and as many with what is last. */
const BESIDE = 2;

/** A table whose row of headings stands again on each page, and whose rows are never parted. */
export function tableOf(block: TableBlock, { keepNext, whole }: { keepNext: boolean; whole: boolean }): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const line = (color: string, size: number) => ({ style: BorderStyle.SINGLE, size, color });
  const widths = columnShares(block, WIDTH / LETTER).map((share) => Math.round(share * WIDTH));
  const cell = (said: Said, at: number, { isHead, keep }: { isHead: boolean; keep: boolean }): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 0, right: 120 },
      borders: {
        ...{ top: none, left: none, right: none },
        bottom: isHead ? line(colours.strong, 8) : line(colours.line, 6),
      },
      children: [
        new Paragraph({
          keepNext: keep,
          alignment: block.numeric.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [run(said, { size: sizes.small, ...(isHead ? { bold: true, color: colours.soft } : {}) })],
        }),
      ],
    });
  const last = block.rows.length - 1;
  const keeps = (at: number): boolean => (at === last ? keepNext : whole || at < BESIDE || at > last - BESIDE);
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.head.map((said, at) => cell(said, at, { isHead: true, keep: true })),
      }),
      ...block.rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            children: row.map((said, column) => cell(said, column, { isHead: false, keep: keeps(at) })),
          }),
      ),
    ],
  });
}
