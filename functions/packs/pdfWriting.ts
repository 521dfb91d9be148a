import type { Said } from '@insatskollen/shared/packs/content.ts';
import { colours, localeOf } from './look.ts';

/** A document that is written, and the element of its structure that what comes next belongs to. */
export interface Writing {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  locale: string;
  left: number;
  width: number;
  /** Where the page's text begins and ends. */
  top: number;
  bottom: number;
}

/** What the library takes and its types do not know yet. */
export const untyped = (options: object): object => options;

/** The language of an element that is in another than the document's. */
export const languageOf = ({ locale }: Pick<Writing, 'locale'>, { language }: Said): { lang?: string } =>
  localeOf[language] === locale ? {} : { lang: localeOf[language] };

export interface Manner {
  size: number;
  font?: 'plain' | 'bold';
  colour?: string;
  before?: number;
  after: number;
  indent?: number;
}
const LINE_GAP = 1.5;

/** How high a text becomes, with what is above and below it. */
export function textHeight({ doc, width }: Writing, { text }: Said, manner: Manner): number {
  const { size, font = 'plain', before = 0, after, indent = 0 } = manner;
  doc.font(font).fontSize(size);
  return before + doc.heightOfString(text, { width: width - indent, lineGap: LINE_GAP }) + after;
}

/** One text as an element of the structure, in its own language where that is another than the document's. */
export function writeText(writing: Writing, tag: string, said: Said, manner: Manner, parent = writing.root): void {
  const { doc, left, width, top } = writing;
  const { size, font = 'plain', colour = colours.ink, before = 0, after, indent = 0 } = manner;
  if (doc.y > top) doc.y += before;
  parent.add(
    doc.struct(tag, languageOf(writing, said), () => {
      doc.font(font).fontSize(size).fillColor(`#${colour}`);
      doc.text(said.text, left + indent, doc.y, { width: width - indent, lineGap: LINE_GAP });
    }),
  );
  doc.y += after;
}
