import { books } from '@insatskollen/shared/summary/countedVersion.ts';
import { yearsOf } from '@insatskollen/shared/calendar/periods.ts';
import type { Deps } from '../deps.ts';
import { libraryOf } from '../strategy/library.ts';
import {
  cellDifferences,
  chainDifferences,
  contributionDifferences,
  ledgerDifferences,
  type Difference,
} from './differences.ts';
import { readAgreements, readReports, type AgreementRead } from './readReports.ts';
import { booksOf, takeReport } from './recompute.ts';
import { reportFaults } from './reportFaults.ts';
import { readBook, readLedgers } from './storedBooks.ts';

export interface Verification {
  reports: number;
  cells: number;
  differences: Difference[];
}

/** Which parts of the books these agreements can have touched. */
export const extentOf = (agreements: readonly AgreementRead[], areas: readonly string[]) => {
  const start = agreements.map(({ agreement }) => agreement.termStart).sort()[0];
  const end = agreements
    .map(({ agreement }) => agreement.termEnd)
    .sort()
    .at(-1);
  // The last school year of a term may end in the year after it.
  const years = start && end ? yearsOf({ start, end: `${Number(end.slice(0, 4)) + 1}-12-31` }) : [];
  return { years, areas, chains: [...new Set(agreements.map(({ place }) => place.chain))] };
};

/**
 * Recomputes every summary from the versions, every row from its version, every ledger from its entries, every hash chain and
 * receipt, and reports each difference with its key. While the product runs, what moved during reading is read once more.
 */
export async function verify(deps: Deps): Promise<Verification> {
  const first = await verifyOnce(deps);
  if (first.differences.length === 0) return first;
  const again = await verifyOnce(deps);
  const before = new Set(first.differences.map((one) => JSON.stringify([one.key, one.what])));
  return { ...again, differences: again.differences.filter((one) => before.has(JSON.stringify([one.key, one.what]))) };
}

async function verifyOnce(deps: Deps): Promise<Verification> {
  const { table } = deps;
  const { indicators, focusAreas } = await libraryOf(deps);
  const agreements = await readAgreements(table);
  const extent = extentOf(agreements, focusAreas);
  const keeping = booksOf(agreements, indicators);
  const differences: Difference[] = [];
  let reports = 0;
  let cells = 0;
  for await (const report of readReports(table, agreements)) {
    reports += 1;
    differences.push(...reportFaults(report));
    takeReport(keeping, report);
  }
  for (const book of books) {
    const stored = await readBook(table, book, extent);
    cells += stored.cells.size;
    differences.push(
      ...cellDifferences(book, stored, keeping).flatMap((cell) => cell.differences),
      ...contributionDifferences(book, stored, keeping).map((row) => row.difference),
      ...chainDifferences(book, stored, keeping).map((chain) => chain.difference),
    );
    if (book === 'official') differences.push(...ledgerDifferences(await readLedgers(table, extent.years), stored));
  }
  return { reports, cells, differences };
}
