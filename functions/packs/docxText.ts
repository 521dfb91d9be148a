import type { Said } from '@insatskollen/shared/packs/content.ts';
import { Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { localeOf } from './look.ts';

/** A font that every machine that opens a document has. */
export const FONT = 'Arial';
/** Twentieths of a point of an A4 page between its edges, and of an edge. */
export const WIDTH = 9070;
export const EDGE = 1418;
/** Half points. */
export const sizes = { title: 52, subtitle: 30, heading: 36, minor: 27, plain: 22, small: 20 } as const;

interface Manner {
  size?: number;
  color?: string;
  bold?: boolean;
  italics?: boolean;
}

/** Words in their language. */
export const run = ({ text, language }: Said, manner: Manner = {}): TextRun =>
  new TextRun({ text, ...manner, language: { value: localeOf[language] } });

export const paragraph = (said: Said, manner: Manner = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, ...options, children: [run(said, manner)] });
