import type { PackContent } from '@insatskollen/shared/packs/content.ts';
import { togetherOf } from '@insatskollen/shared/packs/together.ts';
import { packWords } from '@insatskollen/shared/packs/words.ts';
import PDFDocument from 'pdfkit';
import { readFonts } from './fonts.ts';
import { colours, localeOf } from './look.ts';
import { place } from './pdfFlow.ts';
import { untyped, writeText, type Writing } from './pdfWriting.ts';

/** A4 in points. */
const paper = { left: 64, right: 64, top: 64, bottom: 72 } as const;
const FOOT_FROM_BELOW = 44;

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
    ...{ doc, root, locale, left: paper.left, top: paper.top },
    width: doc.page.width - paper.left - paper.right,
    bottom: doc.page.height - paper.bottom,
  };
  writeText(writing, 'H1', content.title, { size: 26, font: 'bold', after: 4 });
  writeText(writing, 'P', content.subtitle, { size: 15, colour: colours.soft, after: 4 });
  writeText(writing, 'P', content.foot, { size: 10.5, colour: colours.soft, after: 18 });
  for (const together of togetherOf(content)) place(writing, together);
  root.end();
  writeFeet(writing, content);
  doc.end();
  await written;
  return Buffer.concat(parts);
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
