import { add, isZero, subtract, zero, type Decimal } from '../decimal.ts';

/**
 * Where a number of the summary is stored. `totals` is what the overview reads, `parts` the breakdowns beside it; `year` is that
 * of the last day that the cell is about. Sort keys: `T#<period>#<area>` sums of a native period (with `#<dimension>` in parts),
 * `M#<period>#<area>` largest answers of unique counts, `S#<area>` stock in force on each quarter's last day of the year (with
 * `#<dimension>` in parts), `A#<area>` agreements running in the year.
 */
export type CellAddress = `${'totals' | 'parts'}/${string}/${string}`;
export const cellAddress = (room: 'totals' | 'parts', year: string, sk: string): CellAddress => `${room}/${year}/${sk}`;
export function readAddress(address: string): { room: 'totals' | 'parts'; year: string; sk: string } {
  const [room = '', year = '', ...sk] = address.split('/');
  return { room: room === 'parts' ? 'parts' : 'totals', year, sk: sk.join('/') };
}

/** Numbers of one cell by name. */
export type Numbers = Record<string, Decimal>;
/** Numbers of many cells. */
export type Cells = Map<CellAddress, Numbers>;

/** What one report, version or chain gives to the summary: sums to add, and for unique counts its own largest answers. */
export interface Share {
  sums: Cells;
  maxima: Cells;
}
export const emptyShare = (): Share => ({ sums: new Map(), maxima: new Map() });

/** Adds one number to a cell in place. */
export function put(cells: Cells, at: CellAddress, name: string, value: Decimal): void {
  const numbers = cells.get(at) ?? {};
  numbers[name] = add(numbers[name] ?? zero, value);
  cells.set(at, numbers);
}

/** `after − before`, without what did not change. */
export function difference(before: Cells, after: Cells): Cells {
  const changes: Cells = new Map();
  for (const at of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(at) ?? {};
    const now = after.get(at) ?? {};
    for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const change = subtract(now[name] ?? zero, old[name] ?? zero);
      if (!isZero(change)) put(changes, at, name, change);
    }
  }
  return changes;
}

/** Several shares' sums as one. */
export function total(...many: Cells[]): Cells {
  const all: Cells = new Map();
  for (const cells of many)
    for (const [at, numbers] of cells) for (const [name, value] of Object.entries(numbers)) put(all, at, name, value);
  return all;
}
