import type { TableBlock } from '@insatskollen/shared/packs/content.ts';

/** So many letters of a table's type fit beside each other on a page. */
const ON_A_LINE = 88;
/** So many does a column of numbers take at most, and one of words at least and at most, before all share what is left. */
const letters = { numberMost: 22, wordsLeast: 16, wordsMost: 80 } as const;
/** Between two columns. */
const BETWEEN = 2;
/** So much wider are headings, which are bold. */
const BOLD = 1.2;

/** What share of a table's width each column gets: numbers what they need, and words the rest, by their longest cell within reason. */
export function columnShares({ head, rows, numeric }: TableBlock): number[] {
  const widths = head.map(({ text }, at) => {
    const longest = Math.max(...rows.map((row) => row[at]?.text.length ?? 0));
    return numeric.includes(at)
      ? Math.min(letters.numberMost, Math.max(longest, Math.ceil(BOLD * text.length))) + BETWEEN
      : Math.max(letters.wordsLeast, Math.min(letters.wordsMost, Math.max(longest, Math.ceil(BOLD * text.length))));
  });
  const sum = (of: (at: number) => boolean) => widths.reduce((all, width, at) => all + (of(at) ? width : 0), 0);
  const [numbers, words] = [sum((at) => numeric.includes(at)), sum((at) => !numeric.includes(at))];
  return widths.map((width, at) =>
    numeric.includes(at) ? width / ON_A_LINE : ((1 - numbers / ON_A_LINE) * width) / words,
  );
}
