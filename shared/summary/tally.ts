import { largest } from '../decimal.ts';
import { difference, put, readAddress, type CellAddress, type Cells, type Numbers, type Share } from './cells.ts';
import type { LedgerEntry } from './rollBack.ts';

/** A whole book added up in memory: for loading, for rebuilding, and as the oracle that the stored book is held against. */
export interface Tally {
  sums: Cells;
  /** Cell → contributor → its own largest answers: of these, the cell keeps the largest. */
  holders: Map<CellAddress, Map<string, Numbers>>;
  /** How many changes made each cell what it is. */
  revisions: Map<CellAddress, number>;
}

export const emptyTally = (): Tally => ({ sums: new Map(), holders: new Map(), revisions: new Map() });

/** The largest answers of a cell among its contributors. */
function largestIn(tally: Tally, at: CellAddress): Numbers {
  const maxima: Numbers = {};
  for (const own of tally.holders.get(at)?.values() ?? []) {
    for (const [name, value] of Object.entries(own)) {
      const known = maxima[name];
      maxima[name] = known === undefined ? value : largest(known, value);
    }
  }
  return maxima;
}

/** Every cell of a book as it is stored: sums, and largest answers in cells of their own. */
export function cellsOf(tally: Tally): Cells {
  const cells: Cells = new Map(tally.sums);
  for (const at of tally.holders.keys()) cells.set(at, largestIn(tally, at));
  return cells;
}

const same = (a: Numbers = {}, b: Numbers = {}): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value);

/** Makes one change in place, and tells what it did by year, for the ledger. */
export function change(tally: Tally, contributor: string, before: Share, after: Share): Map<string, LedgerEntry> {
  const ledger = new Map<string, LedgerEntry>();
  const touch = (at: CellAddress) => {
    const revision = (tally.revisions.get(at) ?? 0) + 1;
    tally.revisions.set(at, revision);
    const { year } = readAddress(at);
    const entry = ledger.get(year) ?? { added: {}, maxima: [] };
    ledger.set(year, entry);
    return { entry, revision };
  };
  for (const [at, numbers] of difference(before.sums, after.sums)) {
    touch(at).entry.added[at] = numbers;
    for (const [name, value] of Object.entries(numbers)) put(tally.sums, at, name, value);
  }
  for (const at of new Set([...before.maxima.keys(), ...after.maxima.keys()])) {
    const own = after.maxima.get(at);
    if (same(own, before.maxima.get(at))) continue;
    const was = largestIn(tally, at);
    const holders = tally.holders.get(at) ?? new Map<string, Numbers>();
    tally.holders.set(at, holders);
    if (own) holders.set(contributor, own);
    else holders.delete(contributor);
    const is = largestIn(tally, at);
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
    const { entry, revision } = touch(at);
    for (const name of names) {
      entry.maxima.push({ at, name, before: was[name] ?? null, after: is[name] ?? null, revision });
    }
  }
  return ledger;
}
