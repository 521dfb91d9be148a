/** Inches on a slide of 13.33 × 7.5, and points for type. */
export const page = { left: 0.6, right: 12.73, title: 0.72, bottom: 6.85, gap: 0.12 } as const;
export const width = page.right - page.left;
export const sizes = {
  /** The largest at which a title takes no more lines than at the least; one that is a whole paragraph is smaller still. */
  titles: [26, 24, 22],
  longTitle: 20,
  lead: 20,
  plain: 16,
  soft: 14,
  list: 16,
  table: 14,
  quote: 16,
} as const;
const LONG_TITLE = 120;
/** How wide a letter is of its height, on the average and a little more. */
const LETTER = 0.48;

const linesOf = (text: string, w: number, size: number): number =>
  Math.ceil(text.length / Math.max(1, Math.floor((w * 72) / (size * LETTER))));

/** How high a text is in a width, in inches. */
export const heightOf = (text: string, w: number, size: number): number =>
  linesOf(text, w, size) * ((size * 1.22) / 72);

/** How large a title is written, and how high it becomes. */
export function titleOf(text: string): { size: number; h: number } {
  // Bold letters are wider.
  const room = width * 0.92;
  const least = Math.min(...sizes.titles.map((size) => linesOf(text, room, size)));
  const fitting = sizes.titles.find((size) => linesOf(text, room, size) === least);
  const size = text.length > LONG_TITLE || fitting === undefined ? sizes.longTitle : fitting;
  return { size, h: heightOf(text, room, size) };
}
