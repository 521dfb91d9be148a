import type { TableBlock } from '@insatskollen/shared/packs/content.ts';

/** So many letters does a column of numbers ask for at most, and one of words at least and at most. */
const wishes = { numberMost: 22, wordsLeast: 16, wordsMost: 80 } as const;
/** Between two columns. */
const BETWEEN = 2;
/** So much wider are headings, which are bold. */
const BOLD = 1.15;

/**
 * What share of a table's width each column gets, where so many letters have room beside each other: numbers what they ask for, and
 * words the rest, by their longest cell within reason. Where that is too much each gets its longest word, and a part of what is left.
 */
export function columnShares({ head, rows, numeric }: TableBlock, letters: number): number[] {
  const columns = head.map(({ text }, at) => {
    const cells = rows.map((row) => row[at]?.text ?? '');
    const longest = Math.max(text.length * BOLD, ...cells.map((cell) => cell.length));
    const isNumber = numeric.includes(at);
    const wish = isNumber
      ? Math.min(wishes.numberMost, longest)
      : Math.max(wishes.wordsLeast, Math.min(wishes.wordsMost, longest));
    const least = Math.max(longestWord(text) * BOLD, ...cells.map(longestWord));
    return { isNumber, least: least + BETWEEN, wish: Math.max(wish, least) + BETWEEN };
  });
  const sum = (of: (column: (typeof columns)[number]) => number) => columns.reduce((all, one) => all + of(one), 0);
  const numbers = sum(({ isNumber, wish }) => (isNumber ? wish : 0));
  const words = sum(({ isNumber, wish }) => (isNumber ? 0 : wish));
  // Words go on on the next line where there is no room beside the numbers, as long as each word itself has it.
  const rest = letters - numbers;
  const fits = columns.every(({ isNumber, least, wish }) => isNumber || (rest * wish) / words >= least);
  if (fits) return columns.map(({ isNumber, wish }) => (isNumber ? wish : (rest * wish) / words) / letters);
  const leasts = sum(({ least }) => least);
  const more = sum(({ least, wish }) => wish - least) || 1;
  const widths = columns.map(({ least, wish }) => least + (Math.max(0, letters - leasts) * (wish - least)) / more);
  const all = widths.reduce((total, one) => total + one, 0);
  return widths.map((one) => one / all);
}

/** The most letters that are not parted: a number and its unit stand together. */
const longestWord = (text: string): number => Math.max(...text.split(/[ \n]/).map((word) => word.length));
