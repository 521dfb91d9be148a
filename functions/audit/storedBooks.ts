import { cellAddress, type CellAddress, type Numbers } from '@insatskollen/shared/summary/cells.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { readChain, type StoredChain } from '../summary/chains.ts';
import { readContribution, type Contribution } from '../summary/contributions.ts';
import { readLedger, type StoredLedgerEntry } from '../summary/ledger.ts';
import type { Item, Table } from '../table/client.ts';
import { contributionPartition, ledgerPartition, partsPartition, summaryPartition } from '../table/keys.ts';
import { numbersOf } from '../table/numbers.ts';

export interface StoredCellWithRevision {
  numbers: Numbers;
  revision: number;
}

/** A book as the table holds it. */
export interface StoredBook {
  cells: Map<CellAddress, StoredCellWithRevision>;
  chains: Map<string, StoredChain>;
  contributions: Contribution[];
}

const all = (table: Table, partition: string): Promise<Item[]> =>
  table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partition },
    ConsistentRead: true,
  });

/** Reads the whole of a book: cells of those years, chains, and contributions of those areas. */
export async function readBook(
  table: Table,
  book: Book,
  of: { years: readonly string[]; areas: readonly string[]; chains: readonly string[] },
): Promise<StoredBook> {
  const cells: StoredBook['cells'] = new Map();
  for (const year of of.years) {
    for (const room of ['totals', 'parts'] as const) {
      const partition = room === 'totals' ? summaryPartition(book, year) : partsPartition(book, year);
      for (const item of await all(table, partition)) {
        cells.set(cellAddress(room, year, String(item['sk'])), {
          numbers: numbersOf(item),
          revision: Number(item['revision']),
        });
      }
    }
  }
  const chains: StoredBook['chains'] = new Map();
  for (const chain of of.chains) chains.set(chain, await readChain(table, chain, book));
  const contributions: Contribution[] = [];
  for (const area of of.areas) {
    contributions.push(...(await all(table, contributionPartition(book, area))).map(readContribution));
  }
  return { cells, chains, contributions };
}

/** Every ledger entry of some years. */
export async function readLedgers(table: Table, years: readonly string[]): Promise<StoredLedgerEntry[]> {
  const items = await Promise.all(years.map((year) => all(table, ledgerPartition(year))));
  return items.flat().map(readLedger);
}
