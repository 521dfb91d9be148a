import type { PackContent } from '@insatskollen/shared/packs/content.ts';
import { isPiece, isShort, piecesOf, togetherOf, type Together } from '@insatskollen/shared/packs/together.ts';
import { packWords } from '@insatskollen/shared/packs/words.ts';
import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun, type Table } from 'docx';
import { escaped, inLanguage, rewritten } from './archive.ts';
import { blockOf, headingOf } from './docxBlocks.ts';
import { colours, localeOf } from './look.ts';
import { EDGE, FONT, paragraph, run, sizes } from './docxText.ts';

/** The pack as a document to write on in: styles for headings, tables with a row of headings, charts as pictures, and each text in its language. */
export async function docxOf(content: PackContent): Promise<Uint8Array> {
  const { language, title, subtitle, foot } = content;
  const t = packWords[language];
  const locale = localeOf[language];
  const style = (size: number) => ({ run: { size, bold: true, font: FONT, color: colours.ink } });
  const document = new Document({
    title: `${title.text}. ${subtitle.text}`,
    creator: 'Region Sörmland',
    lastModifiedBy: 'Insatskollen',
    description: foot.text,
    styles: {
      default: {
        document: { run: { font: FONT, size: sizes.plain, color: colours.ink, language: { value: locale } } },
        title: { ...style(sizes.title), paragraph: { spacing: { after: 120 } } },
        heading1: { ...style(sizes.heading), paragraph: { spacing: { before: 360, after: 80 }, keepNext: true } },
        heading2: { ...style(sizes.minor), paragraph: { spacing: { before: 280, after: 60 }, keepNext: true } },
        caption: {
          run: { size: sizes.small, bold: true, italics: false, font: FONT, color: colours.soft },
          paragraph: { spacing: { before: 120, after: 40 }, keepNext: true },
        },
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
                    ...{ size: 18, color: colours.soft, language: { value: locale } },
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
          ...(await writtenOf(togetherOf(content))),
        ],
      },
    ],
  });
  return spoken(await Packer.toBuffer(document), content);
}

/** `Sida # av ##` with the page's own number and how many there are. */
const numbered = (text: string) =>
  text
    .split(/(##?)/)
    .map((part) => (part === '#' ? PageNumber.CURRENT : part === '##' ? PageNumber.TOTAL_PAGES : part));

/** What belongs together, in order; what is short enough is asked to stand on one page. */
async function writtenOf(together: Together): Promise<(Paragraph | Table)[]> {
  if (!isPiece(together) && !isShort(together) && !together.every(isPiece))
    return (await Promise.all(together.map(writtenOf))).flat();
  const pieces = piecesOf(together);
  const whole = isShort(together);
  const written = pieces.map(async (piece, at) => {
    const keepNext = at < pieces.length - 1;
    if (piece.kind === 'heading') return [headingOf(piece.section, piece.opensPage)];
    return blockOf(piece.block, { keepNext, whole, captioned: piece.captioned });
  });
  return (await Promise.all(written)).flat();
}

/** Says what the writer of the file has no words for: its language, and of each table what it is of and that its first column names the rows. */
function spoken(bytes: Uint8Array, content: PackContent): Promise<Uint8Array> {
  const captions = content.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );
  return rewritten(bytes, (name, xml) => {
    if (name === 'docProps/core.xml') return inLanguage(xml, localeOf[content.language]);
    if (name !== 'word/document.xml') return xml;
    let n = 0;
    return xml.replaceAll('</w:tblPr>', () => {
      const table = captions[n++];
      const columns = table?.head.map(({ text }) => text).join(', ') ?? '';
      const said = `<w:tblCaption w:val="${escaped(table?.caption.text ?? '')}"/>`;
      return `${said}<w:tblDescription w:val="${escaped(columns)}"/></w:tblPr>`;
    });
  });
}
