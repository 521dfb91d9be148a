import { wordsOf } from './words.ts';

/** A piece of an excerpt; `hit` is true of a word that was searched for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** About how many characters an excerpt has. */
const LENGTH = 220;
const BEFORE = 60;

/**
 * The place in a text where most of the words stand that were searched for, with those marked; its beginning where none does. An
 * ellipsis says that there is more.
 */
export function excerptOf(text: string, isHit: (word: string) => boolean): Piece[] {
  const hits = wordsOf(text).filter(({ word }) => isHit(word));
  const start = startOf(text, hits);
  const end = endAt(text, start + LENGTH);
  const pieces: Piece[] = [];
  let at = start;
  const push = (to: number, hit: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  if (start > 0) pieces.push({ text: '… ', hit: false });
  for (const { start: from, end: to } of hits) {
    if (from < start || to > end) continue;
    push(from, false);
    push(to, true);
  }
  push(end, false);
  if (end < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/** The marked pieces of a short text, whole: a title. */
export function markedIn(text: string, isHit: (word: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of wordsOf(text).filter(({ word }) => isHit(word))) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** Where to begin, at a word, so that as many hits as possible come within the length. */
function startOf(text: string, hits: readonly { start: number }[]): number {
  let [best, most, after] = [0, 0, 0];
  for (const [at, { start }] of hits.entries()) {
    while ((hits[after]?.start ?? Infinity) < start + LENGTH - BEFORE) after++;
    if (after - at > most) [best, most] = [start, after - at];
  }
  if (best <= BEFORE) return 0;
  const words = wordsOf(text.slice(best - BEFORE, best));
  return best - BEFORE + (words[1] ?? words[0] ?? { start: 0 }).start;
}

/** The end of the word at a place, or of the text. */
function endAt(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const broken = /[\p{L}\p{N}]/u;
  let end = place;
  while (end > 0 && broken.test(text[end] ?? '') && broken.test(text[end - 1] ?? '')) end--;
  return end === 0 ? place : end;
}
