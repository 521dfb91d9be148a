import type { Said, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { heightOf, sizes } from './slideText.ts';

const PADDING = 0.16;
/** Inches of a letter of a number, of so many at most, and of what is around it; headings are bold, and so wider. */
const NUMBER = { letter: 0.105, most: 20, around: 0.24, bold: 1.05 } as const;
/** Letters of a column of words, when columns share what numbers leave. */
const WORDS = { least: 16, most: 70 } as const;
/** How much less a slide is filled at a time, until a table's rows would need one slide more. */
const STEP = 0.1;

/** Widths of a table's columns: those of numbers as narrow as they may be, words share what is left. */
export function columnWidths({ head, rows, numeric }: TableBlock, w: number): number[] {
  const longest = head.map((cell, at) =>
    Math.max(cell.text.length * NUMBER.bold, ...rows.map((row) => row[at]?.text.length ?? 0)),
  );
  const isNumber = (at: number) => numeric.includes(at);
  const narrow = longest.map((length, at) =>
    isNumber(at) ? NUMBER.around + Math.min(length, NUMBER.most) * NUMBER.letter : 0,
  );
  const left = w - narrow.reduce((sum, one) => sum + one, 0);
  const wordy = longest.map((length, at) => (isNumber(at) ? 0 : Math.max(WORDS.least, Math.min(length, WORDS.most))));
  const all = wordy.reduce((sum, one) => sum + one, 0);
  return head.map((_, at) => (isNumber(at) ? (narrow[at] ?? 0) : (left * (wordy[at] ?? 0)) / all));
}

/** How high a table's headings and its rows become in columns so wide. */
export function rowHeights({ head, rows }: TableBlock, widths: readonly number[]): { head: number; rows: number[] } {
  const height = (row: readonly Said[]): number =>
    Math.max(...row.map(({ text }, at) => heightOf(text, (widths[at] ?? 1) - PADDING, sizes.table))) + PADDING;
  return { head: height(head), rows: rows.map(height) };
}

/**
 * How many of a table's rows stand on each slide: as few slides as there can be, and as evenly, so that the last has more than a row.
 * `first` is the room on the first slide, `rest` on each that follows; none stand on the first where it has no room.
 */
export function parted(
  { head, rows }: { head: number; rows: readonly number[] },
  first: number,
  rest: number,
): number[] {
  const filled = (limit: number): number[] => {
    const counts = [0];
    let room = Math.min(first, limit) - head;
    for (const height of rows) {
      if (height > room && !(counts.length > 1 && counts.at(-1) === 0)) {
        counts.push(0);
        room = Math.min(rest, limit) - head;
      }
      counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
      room -= height;
    }
    return counts;
  };
  let limit = Math.max(first, rest);
  let counts = filled(limit);
  for (;;) {
    const even = filled(limit - STEP);
    if (even.length > counts.length || limit <= STEP) return counts;
    limit -= STEP;
    counts = even;
  }
}
