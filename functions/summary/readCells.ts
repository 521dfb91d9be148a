import type { Window } from '@insatskollen/shared/calendar/periods.ts';
import { yearsOf } from '@insatskollen/shared/calendar/periods.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import type { StoredCell } from '@insatskollen/shared/summary/gather.ts';
import { rollBack } from '@insatskollen/shared/summary/rollBack.ts';
import type { Table } from '../table/client.ts';
import { afterInstant, ledgerPartition, partsPartition, summaryPartition } from '../table/keys.ts';
import { numbersOf } from '../table/numbers.ts';
import { readLedger, type StoredLedgerEntry } from './ledger.ts';

/** What to read of a book; `asOf` (an instant in ISO 8601, UTC) is for the official one. */
export interface Reading {
  book: Book;
  parts: boolean;
  asOf: string | undefined;
}

/**
 * The cells of every year that a span touches: one request a year for totals and one for parts, however many reports there are.
 * As of an instant, what came later is taken back, and told.
 */
export async function readCells(
  table: Table,
  span: Pick<Window, 'start' | 'end'>,
  reading: Reading,
): Promise<{ cells: StoredCell[]; later: StoredLedgerEntry[] }> {
  const years = await Promise.all(yearsOf(span).map((year) => readYear(table, year, reading)));
  return { cells: years.flatMap((year) => year.cells), later: years.flatMap((year) => year.later) };
}

async function readYear(table: Table, year: string, { book, parts, asOf }: Reading) {
  const read = async (room: StoredCell['room'], partition: string): Promise<StoredCell[]> => {
    const items = await table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
      ConsistentRead: true,
    });
    return items.map((item) => ({ room, sk: String(item['sk']), numbers: numbersOf(item) }));
  };
  const [totals, inParts, later] = await Promise.all([
    read('totals', summaryPartition(book, year)),
    parts ? read('parts', partsPartition(book, year)) : [],
    asOf === undefined ? [] : ledgerAfter(table, year, asOf),
  ]);
  const cells = [...totals, ...inParts];
  return { cells: asOf === undefined ? cells : rollBack(cells, year, later), later };
}

/** What changed a year's official figures after an instant, oldest first. */
export async function ledgerAfter(table: Table, year: string, asOf: string): Promise<StoredLedgerEntry[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk AND sk > :after',
    ExpressionAttributeValues: { ':pk': ledgerPartition(year), ':after': afterInstant(asOf) },
    ConsistentRead: true,
  });
  return items.map(readLedger);
}
