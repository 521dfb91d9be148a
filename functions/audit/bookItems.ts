import type { CellAddress, Numbers } from '@insatskollen/shared/summary/cells.ts';
import { books } from '@insatskollen/shared/summary/countedVersion.ts';
import { cellsOf } from '@insatskollen/shared/summary/tally.ts';
import { cellKey } from '../summary/change.ts';
import type { Item } from '../table/client.ts';
import { chainKey } from '../table/keys.ts';
import { toNumber } from '../table/numbers.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import type { Bookkeeping } from './bookkeeping.ts';

/** A summary cell as it is stored. */
export const cellItem = (book: Book, at: CellAddress, numbers: Numbers, revision: number): Item => ({
  ...cellKey(book, at),
  ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, toNumber(value)])),
  revision,
});

/** Everything that books hold, as items: cells, chains, contributions, ledger. */
export function bookItems(keeping: Bookkeeping): Item[] {
  const items: Item[] = [...keeping.contributions.values(), ...keeping.ledger];
  for (const book of books) {
    const tally = keeping.tallies[book];
    for (const [at, numbers] of cellsOf(tally)) items.push(cellItem(book, at, numbers, tally.revisions.get(at) ?? 1));
    for (const [chain, stock] of keeping.chains[book]) items.push({ ...chainKey(chain, book), ...stock, revision: 1 });
  }
  return items;
}
