import { largest } from '../decimal.ts';
import { difference, put, readAddress, type CellAddress, type Cells, type Numbers, type Share } from './cells.ts';
import type { LedgerEntry } from './rollBack.ts';

/** A whole book added up in memory: for loading, for rebuilding, and as the oracle that the stored book is held against. */
export interface Tally {
  sums: Cells;
  /** Cell → contributor → its own largest answers: of these, the cell keeps the largest. */
  holders: Map<CellAddress, Map<string, Numbers>>;
  /** Cell → the largest answers among its contributors. */
  maxima: Cells;
  /** How many changes made each cell what it is. */
  revisions: Map<CellAddress, number>;
}

export const emptyTally = (): Tally => ({
  sums: new Map(),
  holders: new Map(),
  maxima: new Map(),
  revisions: new Map(),
});

/** The largest of these answers, by name. */
function largestOf(answers: Iterable<Numbers>): Numbers {
  const maxima: Numbers = {};
  for (const own of answers) {
    for (const [name, value] of Object.entries(own)) {
      const known = maxima[name];
      maxima[name] = known === undefined ? value : largest(known, value);
    }
  }
  return maxima;
}

/** Gives a contributor other answers, or none; answers with the cell's largest before and after. */
function replaceHeld(tally: Tally, at: CellAddress, contributor: string, own: Numbers | undefined) {
  const was = tally.maxima.get(at) ?? {};
  const holders = tally.holders.get(at) ?? new Map<string, Numbers>();
  tally.holders.set(at, holders);
  const left = holders.get(contributor) ?? {};
  if (own) holders.set(contributor, own);
  else holders.delete(contributor);
  // Only where one of the largest leaves do the others have to be looked through.
  const lost = Object.entries(left).some(([name, value]) => was[name] === value && own?.[name] !== value);
  const is = lost ? largestOf(holders.values()) : largestOf([was, own ?? {}]);
  tally.maxima.set(at, is);
  return { was, is };
}

/** Every cell of a book as it is stored: sums, and largest answers in cells of their own. */
export function cellsOf(tally: Tally): Cells {
  return new Map([...tally.sums, ...tally.maxima]);
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
    const { was, is } = replaceHeld(tally, at, contributor, own);
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
    const { entry, revision } = touch(at);
    for (const name of names) {
      entry.maxima.push({ at, name, before: was[name] ?? null, after: is[name] ?? null, revision });
    }
  }
  return ledger;
}
