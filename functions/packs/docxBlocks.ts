import { barPicture } from '@insatskollen/shared/charts/barChart.ts';
import type { Block, ChartBlock, Section } from '@insatskollen/shared/packs/content.ts';
import { HeadingLevel, ImageRun, Paragraph, type Table } from 'docx';
import { rasterise } from '../exports/rasterise.ts';
import { tableOf } from './docxTable.ts';
import { paragraph, run, sizes, WIDTH } from './docxText.ts';
import { colours, hueOf } from './look.ts';

/** How a block stands: on the page of what follows, whole, and with its caption where nothing else says what it is of. */
interface Standing {
  keepNext: boolean;
  whole: boolean;
  captioned: boolean;
}

export const headingOf = ({ title, hue, level }: Section, pageBreakBefore: boolean): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore,
    children: [run(title, { color: hueOf(hue) })],
  });

/** A block of a pack as paragraphs and tables. */
export async function blockOf(block: Block, { keepNext, whole, captioned }: Standing): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'text': {
      const tones = { lead: { bold: true }, plain: {}, soft: { size: sizes.small, color: colours.soft } } as const;
      return [paragraph(block.said, tones[block.tone], { keepNext })];
    }
    case 'list':
      return block.items.map(
        (item, at) =>
          new Paragraph({
            ...{ bullet: { level: 0 }, keepNext: keepNext || at < block.items.length - 1, children: [run(item)] },
            spacing: { after: at < block.items.length - 1 ? 40 : 160 },
            indent: { left: 284, hanging: 284 },
          }),
      );
    case 'quote': {
      const indent = { left: 400 };
      const said = { ...block.said, text: `”${block.said.text}”` };
      return [
        paragraph(said, { italics: true }, { indent, keepNext: true, spacing: { after: 0 } }),
        paragraph(block.source, { size: sizes.small, color: colours.soft }, { indent, keepNext }),
      ];
    }
    case 'table':
      return [
        ...(captioned ? [new Paragraph({ style: 'Caption', children: [run(block.caption)] })] : []),
        tableOf(block, { keepNext, whole }),
        // Word parts two tables, or a table and what follows, by nothing else.
        new Paragraph({ keepNext, spacing: { after: 0, line: 160 }, children: [] }),
      ];
    case 'chart':
      return [new Paragraph({ keepNext, spacing: { before: 60, after: 160 }, children: [await pictureOf(block)] })];
  }
}

/** A chart as a picture as wide as the text, sharp on paper, with all that it says in words. */
async function pictureOf(block: ChartBlock): Promise<ImageRun> {
  const { svg, width, height } = barPicture(block);
  const caption = (block.caption ?? block.title).text;
  // Pixels as Word counts them, 96 an inch.
  const across = Math.round((WIDTH / 1440) * 96);
  return new ImageRun({
    type: 'png',
    data: await rasterise(svg),
    transformation: { width: across, height: Math.round((height / width) * across) },
    altText: { name: caption, title: caption, description: block.alt.text },
  });
}
