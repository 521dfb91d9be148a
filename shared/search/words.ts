/** A word of a text and where it stands: letters and digits of any script. */
interface Word {
  word: string;
  start: number;
  end: number;
}

const word = /[\p{L}\p{N}]+/gu;

/** The words of a text, in order, as they are written. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(word)].map(({ 0: found, index }) => ({ word: found, start: index, end: index + found.length }));

/** As `wordsOf`, without where they stand. */
export const wordsIn = (text: string): string[] => text.match(word) ?? [];
