import type { TableBlock } from '@insatskollen/shared/packs/content.ts';

/** So many letters does a column of numbers take at most, and one of words at least and at most. */
const letters = { numberMost: 20, wordsLeast: 20, wordsMost: 46 } as const;

/** What share of a table's width each column gets: by its longest cell, within reason. */
export function columnShares({ head, rows, numeric }: TableBlock): number[] {
  const wanted = head.map((cell, at) => {
    const longest = Math.max(cell.text.length, ...rows.map((row) => row[at]?.text.length ?? 0));
    return numeric.includes(at)
      ? Math.min(letters.numberMost, longest) + 6
      : Math.max(letters.wordsLeast, Math.min(letters.wordsMost, longest)) + 2;
  });
  const all = wanted.reduce((sum, one) => sum + one, 0);
  return wanted.map((one) => one / all);
}
