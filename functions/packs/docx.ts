import type { Block, PackContent, Said, Section, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { packWords } from '@insatskollen/shared/packs/words.ts';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { columnShares } from './columns.ts';
import { colours, hueOf, localeOf } from './look.ts';

/** A font that every machine that opens a document has. */
const FONT = 'Arial';
/** Twentieths of a point of an A4 page between its edges. */
const WIDTH = 9070;
const EDGE = 1418;
/** Half points. */
const sizes = { title: 52, subtitle: 30, heading: 36, minor: 27, plain: 22, small: 20 } as const;

/** The pack as a document to write on in: styles for headings, tables with a row of headings, and each text in its language. */
export async function docxOf(content: PackContent): Promise<Uint8Array> {
  const { language, title, subtitle, foot, sections } = content;
  const t = packWords[language];
  const heading = (size: number) => ({ run: { size, bold: true, font: FONT, color: colours.ink } });
  const document = new Document({
    title: `${title.text}. ${subtitle.text}`,
    creator: 'Region Sörmland',
    description: foot.text,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: sizes.plain, color: colours.ink, language: { value: localeOf[language] } },
        },
        title: heading(sizes.title),
        heading1: { ...heading(sizes.heading), paragraph: { spacing: { before: 360, after: 80 }, keepNext: true } },
        heading2: { ...heading(sizes.minor), paragraph: { spacing: { before: 240, after: 60 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  run(foot, { size: 18, color: colours.soft }),
                  new TextRun({
                    ...{ size: 18, color: colours.soft, language: { value: localeOf[language] } },
                    children: ['  ', ...numbered(t.pageOf('#', '##'))],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
          paragraph(subtitle, { size: sizes.subtitle, color: colours.soft }),
          paragraph(foot, { size: sizes.small, color: colours.soft }),
          ...sections.flatMap(sectionOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** `Sida # av ##` with the page's own number and how many there are. */
const numbered = (text: string) =>
  text
    .split(/(##?)/)
    .map((part) => (part === '#' ? PageNumber.CURRENT : part === '##' ? PageNumber.TOTAL_PAGES : part));

interface Manner {
  size?: number;
  color?: string;
  bold?: boolean;
  italics?: boolean;
}
const run = ({ text, language }: Said, manner: Manner = {}): TextRun =>
  new TextRun({ text, ...manner, language: { value: localeOf[language] } });

const paragraph = (said: Said, manner: Manner = {}): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, children: [run(said, manner)] });

const sectionOf = ({ title, kicker, hue, level, blocks }: Section): (Paragraph | Table)[] => [
  ...(kicker ? [paragraph(kicker, { size: sizes.small, bold: true, color: hueOf(hue) })] : []),
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [run(title, { color: hueOf(hue) })],
  }),
  ...blocks.flatMap(blockOf),
];

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'text':
      return [
        paragraph(
          block.said,
          block.tone === 'lead'
            ? { bold: true }
            : block.tone === 'soft'
              ? { size: sizes.small, color: colours.soft }
              : {},
        ),
      ];
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: [run(item)] }));
    case 'quote':
      return [
        new Paragraph({
          indent: { left: 400 },
          children: [run({ ...block.said, text: `”${block.said.text}”` }, { italics: true })],
        }),
        new Paragraph({
          ...{ indent: { left: 400 }, spacing: { after: 160 } },
          children: [run(block.source, { size: sizes.small, color: colours.soft })],
        }),
      ];
    case 'table':
      return [tableOf(block), new Paragraph({ spacing: { after: 120 }, children: [] })];
    case 'chart':
      // Its numbers stand in the table beside it, where they can be changed.
      return [];
  }
}

function tableOf(block: TableBlock): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const line = (color: string, size: number) => ({ style: BorderStyle.SINGLE, size, color });
  const widths = columnShares(block).map((share) => Math.round(share * WIDTH));
  const cell = (said: Said, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 0, right: 120 },
      borders: {
        ...{ top: none, left: none, right: none },
        bottom: isHead ? line(colours.strong, 8) : line(colours.line, 6),
      },
      children: [
        new Paragraph({
          alignment: block.numeric.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [run(said, { size: sizes.small, ...(isHead ? { bold: true, color: colours.soft } : {}) })],
        }),
      ],
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.head.map((said, at) => cell(said, at, true)),
      }),
      ...block.rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((said, at) => cell(said, at, false)) }),
      ),
    ],
  });
}
