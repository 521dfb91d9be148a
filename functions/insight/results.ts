import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { Window } from '@insatskollen/shared/calendar/periods.ts';
import { largest } from '@insatskollen/shared/decimal.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import { readAddress, total, type Cells } from '@insatskollen/shared/summary/cells.ts';
import { countedVersion, type Book } from '@insatskollen/shared/summary/countedVersion.ts';
import type { StoredCell } from '@insatskollen/shared/summary/gather.ts';
import { shareOfReport } from '@insatskollen/shared/summary/standing.ts';
import { shareOfChain, shareOfChainTargets } from '@insatskollen/shared/summary/stock.ts';
import { chainsOf } from '../agreements/chains.ts';
import { allAgreements } from '../agreements/store.ts';
import { readHead } from '../reports/headStore.ts';
import type { Library } from '../strategy/library.ts';
import { readChain } from '../summary/chains.ts';
import type { StoredLedgerEntry } from '../summary/ledger.ts';
import type { Table } from '../table/client.ts';
import { actorPartition } from '../table/keys.ts';
import { laterOf, maximaThen, takenBack } from './resultsThen.ts';
import { valuesOfVersions } from './versionValues.ts';

/** What is looked at: a book, and for the official one an instant that it is seen from. Years outside the span are as they are now. */
export interface Seen {
  book: Book;
  asOf: string | undefined;
  span: Pick<Window, 'start' | 'end'>;
}

/**
 * The cells that some agreements alone give, by the rules that the whole summary is made by: of an actor, an initiative or a priority
 * of RUS; and what has changed their figures since the instant that they are seen from. Costs a request for all agreements, a page of
 * reports for each actor, and one for each hundred counted reports and each chain; as of an instant also one for each year.
 */
export async function cellsOfAgreements(
  table: Table,
  library: Library,
  wanted: (agreement: Agreement) => boolean,
  { book, asOf, span }: Seen,
): Promise<{ cells: StoredCell[]; later: StoredLedgerEntry[] }> {
  const all = await allAgreements(table);
  const chosen = all.filter(wanted);
  const ids = new Set(chosen.map(({ id }) => id));
  const { places } = chainsOf(all);
  const chainOf = (id: string) => places.get(id)?.chain ?? id;
  const chains = [...new Set(chosen.map(({ id }) => chainOf(id)))];
  const actors = [...new Set(chosen.map(({ actorId }) => actorId))];
  const [heads, later, ...stocks] = await Promise.all([
    headsOf(table, actors).then((of) => of.filter(({ agreementId }) => ids.has(agreementId))),
    asOf === undefined ? [] : laterOf(table, span, asOf, { ids, chains: new Set(chains), chainOf }),
    ...chains.map((chain) => readChain(table, chain, book)),
  ]);
  const values = await countedValues(table, book, heads);
  const shares = heads.map((head) =>
    shareOfReport(book, { head, valuesOf: values.get(head) ?? new Map() }, library.indicators),
  );
  const running = chosen.map((one) => {
    const focusArea = heads.find(({ agreementId }) => agreementId === one.id)?.focusArea;
    return focusArea === undefined ? new Map() : shareOfAgreement({ ...one, focusArea }).sums;
  });
  const stock = stocks
    .filter(({ revision }) => revision > 0)
    .flatMap((chain) => [shareOfChain(chain, library.indicators).sums, shareOfChainTargets(chain).sums]);
  const maxima =
    asOf === undefined
      ? shares.map((share) => share.maxima)
      : await maximaThen(
          table,
          heads.map((head, n) => ({ head, now: shares[n]?.maxima ?? new Map() })),
          {
            later,
            asOf,
            indicators: library.indicators,
          },
        );
  const sums = total(...shares.map((share) => share.sums), ...running, ...stock, ...later.map(takenBack(ids)));
  return {
    cells: stored([...sums, ...largestOf(maxima)]),
    later: later.filter(({ agreementId }) => ids.has(agreementId)),
  };
}

/** Every report of some actors, expected ones too. */
async function headsOf(table: Table, actors: readonly string[]): Promise<Head[]> {
  const pages = await Promise.all(
    actors.map((actor) =>
      table.queryAll({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': actorPartition(actor) },
      }),
    ),
  );
  return pages.flat().map(readHead);
}

/** What the version of each report that counts in a book answered, by its number. */
async function countedValues(table: Table, book: Book, heads: readonly Head[]) {
  const counted = heads.flatMap((head) => {
    const version = countedVersion(book, head);
    return version === null ? [] : [{ head, version }];
  });
  const found = await valuesOfVersions(table, book, counted);
  return new Map(
    counted.flatMap(({ head, version }, n) => {
      const row = found[n];
      return row ? [[head, new Map([[version, row.values]])] as const] : [];
    }),
  );
}

function largestOf(many: readonly Cells[]): Cells {
  const all: Cells = new Map();
  for (const cells of many)
    for (const [at, numbers] of cells) {
      const known = all.get(at) ?? {};
      for (const [name, value] of Object.entries(numbers)) known[name] = largest(known[name] ?? value, value);
      all.set(at, known);
    }
  return all;
}

const stored = (cells: Iterable<[string, StoredCell['numbers']]>): StoredCell[] =>
  [...cells].map(([address, numbers]) => {
    const { room, sk } = readAddress(address);
    return { room, sk, numbers };
  });
