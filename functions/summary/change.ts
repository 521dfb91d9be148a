import { compare, largest } from '@insatskollen/shared/decimal.ts';
import {
  difference,
  type CellAddress,
  type Cells,
  type Numbers,
  type Share,
} from '@insatskollen/shared/summary/cells.ts';
import { readAddress } from '@insatskollen/shared/summary/cells.ts';
import type { MaximumMoved } from '@insatskollen/shared/summary/rollBack.ts';
import type { Table, TransactWrite } from '../table/client.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { partsPartition, summaryPartition } from '../table/keys.ts';
import { numbersOf, toNumber } from '../table/numbers.ts';
import { largestOfOthers } from './contributions.ts';

/** What a transition takes out of a book and puts into it instead. */
export interface BookChange {
  book: Book;
  before: Share;
  after: Share;
}

/** The writes that make the change, and what the ledger must remember of it, by year. */
export interface PlannedChange {
  writes: TransactWrite[];
  ledger: Map<string, { added: Record<string, Numbers>; maxima: MaximumMoved[] }>;
}

export const cellKey = (book: Book, at: CellAddress) => {
  const { room, year, sk } = readAddress(at);
  return { pk: room === 'totals' ? summaryPartition(book, year) : partsPartition(book, year), sk };
};

/** Whose answer it is that a largest one may have to do without. */
export interface Contributor {
  agreementId: string;
  period: string;
  periodEnd: string;
  focusArea: string;
}

/** Plans the writes for a change of one book. Reads only where a unique count's largest answer is concerned. */
export async function planChange(table: Table, change: BookChange, contributor: Contributor): Promise<PlannedChange> {
  const planned: PlannedChange = { writes: [], ledger: new Map() };
  const of = (at: CellAddress) => {
    const { year } = readAddress(at);
    const entry = planned.ledger.get(year) ?? { added: {}, maxima: [] };
    planned.ledger.set(year, entry);
    return entry;
  };
  for (const [at, numbers] of difference(change.before.sums, change.after.sums)) {
    planned.writes.push(addition(change.book, at, numbers));
    of(at).added[at] = numbers;
  }
  for (const at of concerned(change.before.maxima, change.after.maxima)) {
    const { write, moved } = await planMaxima(table, change, at, contributor);
    planned.writes.push(write);
    of(at).maxima.push(...moved);
  }
  return planned;
}

/** The writes that raise a book's cells. */
export const additions = (book: Book, cells: Cells): TransactWrite[] =>
  [...cells].map(([at, numbers]) => addition(book, at, numbers));

/** `ADD`s need no reading and never collide in meaning: any order gives the same sum. */
function addition(book: Book, at: CellAddress, numbers: Numbers): TransactWrite {
  const names: Record<string, string> = { '#r': 'revision' };
  const values: Record<string, unknown> = { ':one': 1 };
  const adds = Object.entries(numbers).map(([name, value], n) => {
    names[`#${n}`] = name;
    values[`:${n}`] = toNumber(value);
    return `#${n} :${n}`;
  });
  return {
    Update: {
      Key: cellKey(book, at),
      UpdateExpression: `ADD #r :one, ${adds.join(', ')}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}

const concerned = (before: Cells, after: Cells): CellAddress[] => {
  const changed = (at: CellAddress) => JSON.stringify(sorted(before.get(at))) !== JSON.stringify(sorted(after.get(at)));
  return [...new Set([...before.keys(), ...after.keys()])].filter(changed);
};
const sorted = (numbers: Numbers = {}) => Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The largest answers of a cell after one contributor's answers changed. When the largest itself leaves, the next is found among
 * the contributions. Written only if nobody moved the cell since it was read: else the whole transition starts over.
 */
async function planMaxima(table: Table, change: BookChange, at: CellAddress, contributor: Contributor) {
  const key = cellKey(change.book, at);
  const item = await table.get(key);
  const stored = item ? numbersOf(item) : {};
  const revision = item ? Number(item['revision']) : 0;
  const own = { before: change.before.maxima.get(at) ?? {}, after: change.after.maxima.get(at) ?? {} };
  const moved: MaximumMoved[] = [];
  let others: Numbers | undefined;
  for (const name of new Set([...Object.keys(own.before), ...Object.keys(own.after)])) {
    const current = stored[name];
    const leaving = own.before[name];
    const coming = own.after[name];
    let next = current === undefined ? coming : coming === undefined ? current : largest(current, coming);
    const wasLargest = current !== undefined && leaving !== undefined && compare(leaving, current) >= 0;
    if (wasLargest && (coming === undefined || compare(coming, current) < 0)) {
      others ??= await largestOfOthers(table, change.book, contributor, readAddress(at).room);
      next = others[name] === undefined ? coming : coming === undefined ? others[name] : largest(others[name], coming);
    }
    if (next !== current)
      moved.push({ at, name, before: current ?? null, after: next ?? null, revision: revision + 1 });
  }
  return { write: maximaWrite(key, moved, revision, Boolean(item)), moved };
}

function maximaWrite(
  key: { pk: string; sk: string },
  moved: MaximumMoved[],
  revision: number,
  exists: boolean,
): TransactWrite {
  const names: Record<string, string> = { '#r': 'revision' };
  const values: Record<string, unknown> = { ':next': revision + 1, ...(exists ? { ':read': revision } : {}) };
  const sets = ['#r = :next'];
  const removes: string[] = [];
  for (const [n, { name, after }] of moved.entries()) {
    names[`#${n}`] = name;
    if (after === null) removes.push(`#${n}`);
    else {
      values[`:${n}`] = toNumber(after);
      sets.push(`#${n} = :${n}`);
    }
  }
  return {
    Update: {
      Key: key,
      UpdateExpression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
      ConditionExpression: exists ? '#r = :read' : 'attribute_not_exists(pk)',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}
