import type { AssessmentContent } from './assessment.ts';

const reference = /\[\[([a-z0-9-]{1,100})\]\]/g;

/** Indicators whose figures stand in the texts, each once, in order. */
export const referencesIn = ({
  conclusion,
  analysis,
}: Pick<AssessmentContent, 'conclusion' | 'analysis'>): string[] => [
  ...new Set([...`${conclusion}\n${analysis}`.matchAll(reference)].map(([, id = '']) => id)),
];

/** A text in pieces: words, and the figures between them by the indicator's id. */
export type Piece = { text: string } | { indicatorId: string };
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(reference)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ indicatorId: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
