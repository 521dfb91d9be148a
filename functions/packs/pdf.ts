import type { Block, PackContent, Said, Section } from '@insatskollen/shared/packs/content.ts';
import { packWords } from '@insatskollen/shared/packs/words.ts';
import PDFDocument from 'pdfkit';
import { readFonts } from './fonts.ts';
import { colours, hueOf, localeOf } from './look.ts';
import { drawChart } from './pdfChart.ts';
import { drawTable } from './pdfTable.ts';

/** A4 in points. */
const paper = { left: 64, right: 64, top: 64, bottom: 72 } as const;
const FOOT_FROM_BELOW = 44;

/** What the library takes and its types do not know yet. */
export const untyped = (options: object): object => options;

/** A document that is written, and the element of its structure that what comes next belongs to. */
export interface Writing {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  locale: string;
  left: number;
  width: number;
  /** Where the page's text ends. */
  bottom: number;
}

/** The pack as a tagged PDF (PDF/UA): headings, tables, lists and pictures are told apart by whoever reads it aloud. */
export async function pdfOf(content: PackContent): Promise<Uint8Array> {
  const fonts = await readFonts();
  const locale = localeOf[content.language];
  const doc = new PDFDocument({
    ...{ size: 'A4', margins: paper, bufferPages: true, font: '' },
    ...{ pdfVersion: '1.7', tagged: true, lang: locale, displayTitle: true },
    ...untyped({ subset: 'PDF/UA' }),
    info: {
      Title: `${content.title.text}. ${content.subtitle.text}`,
      Author: 'Region Sörmland',
      Creator: 'Insatskollen',
    },
  });
  const parts: Uint8Array[] = [];
  const written = new Promise<void>((done, fail) => {
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('end', done);
    doc.on('error', fail);
  });
  doc.registerFont('plain', Buffer.from(fonts.plain));
  doc.registerFont('bold', Buffer.from(fonts.bold));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const writing: Writing = {
    ...{ doc, root, locale, left: paper.left },
    width: doc.page.width - paper.left - paper.right,
    bottom: doc.page.height - paper.bottom,
  };
  write(writing, 'H1', content.title, { size: 26, font: 'bold', after: 4 });
  write(writing, 'P', content.subtitle, { size: 15, colour: colours.soft, after: 4 });
  write(writing, 'P', content.foot, { size: 10.5, colour: colours.soft, after: 18 });
  for (const section of content.sections) writeSection(writing, section);
  root.end();
  writeFeet(writing, content);
  doc.end();
  await written;
  return Buffer.concat(parts);
}

interface Manner {
  size: number;
  font?: 'plain' | 'bold';
  colour?: string;
  after: number;
  indent?: number;
  /** So much has to fit below it on the same page. */
  keep?: number;
}

/** One text as an element of the structure, in its own language where that is another than the document's. */
function write(writing: Writing, tag: string, said: Said, manner: Manner, parent = writing.root): void {
  const { doc, left, width, bottom } = writing;
  const { size, font = 'plain', colour = colours.ink, after, indent = 0, keep = 0 } = manner;
  doc.font(font).fontSize(size);
  const height = doc.heightOfString(said.text, { width: width - indent, lineGap: 1.5 });
  if (doc.y + height + keep > bottom && doc.y > paper.top) doc.addPage();
  parent.add(
    doc.struct(tag, languageOf(writing, said), () => {
      doc.font(font).fontSize(size).fillColor(`#${colour}`);
      doc.text(said.text, left + indent, doc.y, { width: width - indent, lineGap: 1.5 });
    }),
  );
  doc.y += after;
}

/** The language of an element that is in another than the document's. */
export const languageOf = ({ locale }: Pick<Writing, 'locale'>, { language }: Said): { lang?: string } =>
  localeOf[language] === locale ? {} : { lang: localeOf[language] };

function writeSection(writing: Writing, { title, kicker, hue, level, blocks }: Section): void {
  const { doc } = writing;
  doc.y += level === 1 ? 12 : 6;
  if (kicker) write(writing, 'P', kicker, { size: 10.5, font: 'bold', colour: hueOf(hue), after: 0, keep: 120 });
  // What a heading is of begins on its page, and the first of a part with it.
  const manner = { font: 'bold', colour: hueOf(hue), after: 4, keep: level === 1 ? 190 : 110 } as const;
  write(writing, level === 1 ? 'H2' : 'H3', title, { ...manner, size: level === 1 ? 18 : 13.5 });
  for (const block of blocks) writeBlock(writing, block);
}

const tones = {
  lead: { size: 12, font: 'bold', after: 4 },
  plain: { size: 11, after: 6 },
  soft: { size: 10, colour: colours.soft, after: 6 },
} as const satisfies Record<string, Manner>;

function writeBlock(writing: Writing, block: Block): void {
  const { doc, root } = writing;
  switch (block.kind) {
    case 'text':
      return write(writing, 'P', block.said, tones[block.tone]);
    case 'list': {
      const list = doc.struct('L');
      root.add(list);
      for (const item of block.items) writeItem(writing, list, item);
      list.end();
      doc.y += 4;
      return;
    }
    case 'quote': {
      const quote = doc.struct('BlockQuote', languageOf(writing, block.said));
      root.add(quote);
      const said = { ...block.said, text: `”${block.said.text}”` };
      write(writing, 'P', said, { size: 11.5, after: 0, indent: 16, keep: 20 }, quote);
      write(writing, 'P', block.source, { size: 10, colour: colours.soft, after: 8, indent: 16 }, quote);
      return void quote.end();
    }
    case 'table':
      return drawTable(writing, block);
    case 'chart':
      return drawChart(writing, block);
  }
}

function writeItem(writing: Writing, list: PDFKit.PDFStructureElement, item: Said): void {
  const { doc, left, width, bottom } = writing;
  doc.font('plain').fontSize(11);
  if (doc.y + doc.heightOfString(item.text, { width: width - 14 }) > bottom) doc.addPage();
  const { y } = doc;
  const one = doc.struct('LI');
  list.add(one);
  one.add(doc.struct('Lbl', {}, () => void doc.fillColor(`#${colours.ink}`).text('•', left, y)));
  one.add(
    doc.struct('LBody', languageOf(writing, item), () => {
      doc.text(item.text, left + 14, y, { width: width - 14, lineGap: 1.5 });
    }),
  );
  one.end();
  doc.y += 2;
}

/** What stands below every page, once all is written and one knows how many there are; it is not read aloud on each. */
function writeFeet({ doc, left, width }: Writing, content: PackContent): void {
  const { count } = doc.bufferedPageRange();
  for (let n = 0; n < count; n++) {
    doc.switchToPage(n);
    doc.page.margins.bottom = 0;
    const y = doc.page.height - FOOT_FROM_BELOW;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font('plain').fontSize(9).fillColor(`#${colours.soft}`);
    doc.text(content.foot.text, left, y, { width: width - 70, lineBreak: false });
    const number = packWords[content.language].pageOf(String(n + 1), String(count));
    doc.text(number, left, y, { width, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
}
