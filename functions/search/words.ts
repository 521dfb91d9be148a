import { stemmer } from '@orama/stemmers/swedish';
import { wordsIn } from '@insatskollen/shared/search/words.ts';

/** Words that stand in nearly every text and say nothing of it. */
const empty = new Set(
  'och i att det som en på är av för med till den har de inte om ett man men var sig så från vi kan när år under också efter eller där mot ska sin sitt sina hade över upp ut vid vad blir blev då nu the and of to in for'.split(
    ' ',
  ),
);

/** Most words come again and again, and to find a stem takes longer than to remember it. */
const known = new Map<string, string>();
const MOST_KNOWN = 100_000;

/** A word as it is compared: small letters, without its inflection; nothing of one that says nothing. Letters of Swedish stay what they are. */
export function compared(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const small = word.normalize('NFC').toLowerCase();
  const stem = empty.has(small) ? '' : /^\p{N}+$/u.test(small) ? small : stemmer(small);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, stem);
  return stem;
}

/** The words that are searched for, as they are compared, each once; at most so many. */
export const wordsAsked = (text: string, most: number): string[] =>
  [...new Set(wordsIn(text).map(compared))].filter((word) => word !== '').slice(0, most);
