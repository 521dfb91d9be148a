import { books, type Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { cellsOf } from '@insatskollen/shared/summary/tally.ts';
import type { Deps } from '../deps.ts';
import { libraryOf } from '../strategy/library.ts';
import { writeChain } from '../summary/chains.ts';
import { leaveContribution } from '../summary/contributions.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { contributionKey } from '../table/keys.ts';
import { cellItem } from './bookItems.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import { cellDifferences, chainDifferences, contributionDifferences, expectedRows } from './differences.ts';
import { readAgreements, readReports } from './readReports.ts';
import { booksOf, takeReport } from './recompute.ts';
import { readBook, type StoredBook } from './storedBooks.ts';
import { extentOf } from './verify.ts';

const ROUNDS = 10;

export interface Rebuilt {
  written: number;
  /** Items that somebody else changed each time: still to be rebuilt. */
  left: number;
}

/**
 * Rebuilds both books from the versions while the product runs. Books are read first and reports after them, so that an item
 * whose revision is still the one read can only have been computed from what is in force; one that moved is done again.
 */
export async function rebuild(deps: Deps): Promise<Rebuilt> {
  let written = 0;
  let left = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const done = await rebuildOnce(deps);
    written += done.written;
    left = done.left;
    if (left === 0) break;
  }
  return { written, left };
}

async function rebuildOnce(deps: Deps): Promise<Rebuilt> {
  const { table } = deps;
  const { indicators, focusAreas } = await libraryOf(deps);
  const agreements = await readAgreements(table);
  const extent = extentOf(agreements, focusAreas);
  const stored = await Promise.all(books.map(async (book) => ({ book, is: await readBook(table, book, extent) })));
  const keeping = booksOf(agreements, indicators);
  for await (const report of readReports(table, agreements)) takeReport(keeping, report);
  let written = 0;
  let left = 0;
  for (const { book, is } of stored) {
    for (const write of writesFor(book, is, keeping)) {
      try {
        await table.transact([write]);
        written += 1;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        left += 1;
      }
    }
  }
  return { written, left };
}

function writesFor(book: Book, is: StoredBook, keeping: Bookkeeping): TransactWrite[] {
  const cells = cellsOf(keeping.tallies[book]);
  return [
    ...cellDifferences(book, is, keeping).map(({ at }) => {
      const revision = is.cells.get(at)?.revision;
      return { Put: { Item: cellItem(book, at, cells.get(at) ?? {}, (revision ?? 0) + 1), ...ifStill(revision) } };
    }),
    ...chainDifferences(book, is, keeping).flatMap(({ chain }) => {
      const next = keeping.chains[book].get(chain);
      const read = is.chains.get(chain);
      return next && read ? [writeChain(chain, book, read, next)] : [];
    }),
    ...contributionDifferences(book, is, keeping).map(({ row }) => contributionWrite(book, keeping, row)),
  ];
}

const ifStill = (revision: number | undefined) =>
  revision === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'revision = :read', ExpressionAttributeValues: { ':read': revision } };

/** A row that should count is put as its version says; one that should not, leaves. */
function contributionWrite(book: Book, keeping: Bookkeeping, row: Parameters<typeof contributionOf>[1]): TransactWrite {
  const should = expectedRows(book, keeping).get(`${row.agreementId}#${row.period}#${row.version}`);
  return should
    ? { Put: { Item: { ...contributionOf(book, should), ...should } } }
    : leaveContribution(book, row, row.version, new Date(0).toISOString());
}

const contributionOf = (
  book: Book,
  row: { focusArea: string; periodEnd: string; period: string; agreementId: string; version: number },
) => contributionKey(book, row.focusArea, row.periodEnd, row.period, row.agreementId, row.version);
