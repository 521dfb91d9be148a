import { add, subtract, zero } from '../decimal.ts';
import { cellAddress, readAddress, type CellAddress, type Numbers } from './cells.ts';
import type { StoredCell } from './gather.ts';

/** A largest answer that a transition moved: before and after, and the cell's revision that it made. Null where there was none. */
export interface MaximumMoved {
  at: CellAddress;
  name: string;
  before: string | null;
  after: string | null;
  revision: number;
}

/** What one transition did to the official summary of a year. */
export interface LedgerEntry {
  added: Record<string, Numbers>;
  maxima: MaximumMoved[];
}

/**
 * The cells of a year as they stood before some later transitions: every addition taken back, every largest answer as it was
 * before the earliest of them.
 */
export function rollBack(cells: readonly StoredCell[], year: string, later: readonly LedgerEntry[]): StoredCell[] {
  const byAddress = new Map<string, StoredCell>(
    cells.map((cell) => [cellAddress(cell.room, year, cell.sk), { ...cell, numbers: { ...cell.numbers } }]),
  );
  for (const entry of later) {
    for (const [address, numbers] of Object.entries(entry.added)) {
      const cell = byAddress.get(address);
      if (!cell) continue;
      for (const [name, value] of Object.entries(numbers))
        cell.numbers[name] = subtract(cell.numbers[name] ?? zero, value);
    }
  }
  const latestFirst = later.flatMap((entry) => entry.maxima).sort((a, b) => b.revision - a.revision);
  for (const moved of latestFirst) {
    const cell = byAddress.get(moved.at);
    if (!cell) continue;
    if (moved.before === null) delete cell.numbers[moved.name];
    else cell.numbers[moved.name] = moved.before;
  }
  return [...byAddress.values()];
}

/** The cells of a year as they would be after a transition that has not been made. */
export function rollForward(cells: readonly StoredCell[], year: string, next: LedgerEntry): StoredCell[] {
  const byAddress = new Map<string, StoredCell>(
    cells.map((cell) => [cellAddress(cell.room, year, cell.sk), { ...cell, numbers: { ...cell.numbers } }]),
  );
  const at = (address: string): StoredCell => {
    const { room, sk } = readAddress(address);
    const found = byAddress.get(address) ?? { room, sk, numbers: {} };
    byAddress.set(address, found);
    return found;
  };
  for (const [address, numbers] of Object.entries(next.added)) {
    const cell = at(address);
    for (const [name, value] of Object.entries(numbers)) cell.numbers[name] = add(cell.numbers[name] ?? zero, value);
  }
  for (const { at: address, name, after } of next.maxima) {
    const cell = at(address);
    if (after === null) delete cell.numbers[name];
    else cell.numbers[name] = after;
  }
  return [...byAddress.values()];
}
