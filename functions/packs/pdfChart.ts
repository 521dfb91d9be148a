import { barChart, partColours, WIDTH } from '@insatskollen/shared/charts/barChart.ts';
import type { ChartBlock } from '@insatskollen/shared/packs/content.ts';
import { colours } from './look.ts';
import { languageOf, untyped, type Writing } from './pdfWriting.ts';

/** The picture's pixels in points: the type is then as large as that of tables. */
const SIZE = 16;
const AFTER = 10;
/** How much of its height a line of type has above its foot. */
const ABOVE_FOOT = 0.98;

/** How high a chart becomes, with what is below it. */
export const chartHeight = ({ width }: Writing, block: ChartBlock): number =>
  barChart(block).height * (width / WIDTH) + AFTER;

/** A chart as lines and letters, sharp at any size; all that it says is in the words that go with it. */
export function drawChart(writing: Writing, block: ChartBlock): void {
  const { doc, root, left, width } = writing;
  const top = doc.y;
  const scale = width / WIDTH;
  const { height, texts, bars, line } = barChart(block);
  const size = SIZE * scale;
  const figure = doc.struct(
    'Figure',
    {
      alt: block.alt.text,
      ...untyped({ bbox: [left, top, left + width, top + height * scale] }),
      ...languageOf(writing, block.alt),
    },
    () => {
      for (const bar of bars)
        doc
          .rect(left + bar.x * scale, top + bar.y * scale, bar.width * scale, bar.height * scale)
          .fill(partColours[bar.means]);
      if (line)
        doc
          .moveTo(left + line.x * scale, top + line.from * scale)
          .lineTo(left + line.x * scale, top + line.to * scale)
          .lineWidth(1.25)
          .strokeColor(`#${colours.ink}`)
          .stroke();
      for (const { x, y, words, manner } of texts) {
        doc.font(manner === 'title' ? 'bold' : 'plain').fontSize(size);
        doc.fillColor(`#${manner === 'title' ? colours.soft : colours.ink}`);
        const from = manner === 'sum' ? x * scale - doc.widthOfString(words) : x * scale;
        doc.text(words, left + from, top + y * scale - size * ABOVE_FOOT, { lineBreak: false });
      }
    },
  );
  root.add(figure);
  figure.end();
  doc.x = left;
  doc.y = top + height * scale + AFTER;
}
