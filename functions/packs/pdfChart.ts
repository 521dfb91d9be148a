import type { ChartBlock } from '@insatskollen/shared/packs/content.ts';
import { colours, partColours } from './look.ts';
import { languageOf, untyped, type Writing } from './pdf.ts';

const ROW = 20;
const BAR = 11;
const LABEL = 190;
const SIZE = 9.5;
const LEGEND = 18;
/** A bar that reaches its target ends here, of the width: some reach further. */
const TARGET = 100;
const LEAST_END = 115;

/** Bars from one line, with their target where they have one; all that they say is in the words that go with them. */
export function drawChart(writing: Writing, block: ChartBlock): void {
  const { doc, root, left, width, bottom } = writing;
  const { labels, series } = block;
  const hasLegend = series.length > 1;
  const height = 18 + labels.length * ROW + (hasLegend ? LEGEND : 0);
  if (doc.y + height > bottom) doc.addPage();
  const top = doc.y;
  const ends = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(block.percent ? LEAST_END : 1, ...ends);
  const from = left + LABEL;
  const scale = (width - LABEL - 10) / most;
  const figure = doc.struct(
    'Figure',
    {
      alt: block.alt.text,
      ...untyped({ bbox: [left, top, left + width, top + height] }),
      ...languageOf(writing, block.alt),
    },
    () => {
      doc.font('bold').fontSize(SIZE).fillColor(`#${colours.soft}`);
      doc.text(block.title.text, left, top, { width, lineBreak: false });
      for (const [at, label] of labels.entries()) {
        const y = top + 18 + at * ROW;
        doc.font('plain').fontSize(SIZE).fillColor(`#${colours.ink}`);
        doc.text(label.text, left, y, { width: LABEL - 8, height: ROW, ellipsis: true, lineBreak: false });
        let x = from;
        for (const { values, means } of series) {
          const w = (values[at] ?? 0) * scale;
          doc.rect(x, y + 1, w, BAR).fill(`#${partColours[means]}`);
          x += w;
        }
      }
      if (block.percent) {
        const x = from + TARGET * scale;
        doc.moveTo(x, top + 14).lineTo(x, top + 18 + labels.length * ROW - 4);
        doc.lineWidth(1.25).strokeColor(`#${colours.ink}`).stroke();
      }
      if (hasLegend) drawLegend(writing, block, top + 20 + labels.length * ROW);
    },
  );
  root.add(figure);
  figure.end();
  doc.x = left;
  doc.y = top + height + 10;
}

function drawLegend({ doc, left }: Writing, { series }: ChartBlock, y: number): void {
  let x = left + LABEL;
  for (const { name, means } of series) {
    doc.rect(x, y + 2, 8, 8).fill(`#${partColours[means]}`);
    doc.font('plain').fontSize(9).fillColor(`#${colours.ink}`);
    doc.text(name.text, x + 12, y, { lineBreak: false });
    x += 12 + doc.widthOfString(name.text) + 14;
  }
}
