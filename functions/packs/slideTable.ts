import type { Said, TableBlock } from '@insatskollen/shared/packs/content.ts';
import { columnShares } from './columns.ts';
import { heightOf, sizes } from './slideText.ts';

const PADDING = 0.16;
/** How wide a letter is on the average, in inches. */
const LETTER = 0.102;
/** How much less a slide is filled at a time, until a table's rows would need one slide more. */
const STEP = 0.1;

/** Widths of a table's columns, in inches. */
export const columnWidths = (table: TableBlock, w: number): number[] =>
  columnShares(table, w / LETTER).map((share) => share * w);

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
