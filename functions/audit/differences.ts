import { canonicalJson } from '@insatskollen/shared/canonicalJson.ts';
import { add, zero } from '@insatskollen/shared/decimal.ts';
import { readAddress, type CellAddress, type Numbers } from '@insatskollen/shared/summary/cells.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { cellsOf } from '@insatskollen/shared/summary/tally.ts';
import { readContribution, type Contribution } from '../summary/contributions.ts';
import { cellKey } from '../summary/change.ts';
import type { StoredLedgerEntry } from '../summary/ledger.ts';
import { chainKey, contributionKey } from '../table/keys.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import type { StoredBook } from './storedBooks.ts';

/** Something stored that is not what it should be: the item's key, what of it, and both values. Never a text that someone wrote. */
export interface Difference {
  key: string;
  what: string;
  stored: string;
  expected: string;
}

const text = (key: { pk: string; sk: string }): string => `${key.pk} / ${key.sk}`;

/** Numbers that differ; one that is not there is zero, except among largest answers, where it is none. */
function numbersThatDiffer(stored: Numbers, expected: Numbers): string[] {
  const names = new Set([...Object.keys(stored), ...Object.keys(expected)]);
  return [...names].filter((name) => (stored[name] ?? zero) !== (expected[name] ?? zero));
}

/** Where the cells of a book are not the sum of what its versions say. */
export function cellDifferences(
  book: Book,
  stored: StoredBook,
  keeping: Bookkeeping,
): { at: CellAddress; differences: Difference[] }[] {
  const expected = cellsOf(keeping.tallies[book]);
  return [...new Set([...expected.keys(), ...stored.cells.keys()])].flatMap((at) => {
    const is = stored.cells.get(at)?.numbers ?? {};
    const should = expected.get(at) ?? {};
    const differences = numbersThatDiffer(is, should).map((name) => ({
      key: text(cellKey(book, at)),
      what: name,
      stored: is[name] ?? 'nothing',
      expected: should[name] ?? 'nothing',
    }));
    return differences.length > 0 ? [{ at, differences }] : [];
  });
}

const rowKey = (row: Contribution): string => `${row.agreementId}#${row.period}#${row.version}`;
const content = ({
  agreementId,
  period,
  version,
  values,
  approvedAt,
  approvedBy,
  correcting,
  maxima,
}: Contribution): string =>
  canonicalJson({ agreementId, period, version, values, approvedAt, approvedBy, correcting, maxima });

/** The rows that count, as they should be. */
export function expectedRows(book: Book, keeping: Bookkeeping): Map<string, Contribution> {
  const rows = [...keeping.contributions]
    .filter(([key]) => key.startsWith(`${book}#`))
    .map(([, item]) => readContribution(item))
    .filter((row) => row.leftAt === null);
  return new Map(rows.map((row) => [rowKey(row), row]));
}

/** Where the rows of a book are not the versions that count. */
export function contributionDifferences(
  book: Book,
  stored: StoredBook,
  keeping: Bookkeeping,
): { row: Contribution; difference: Difference }[] {
  const expected = expectedRows(book, keeping);
  const present = new Map(stored.contributions.filter((row) => row.leftAt === null).map((row) => [rowKey(row), row]));
  return [...new Set([...expected.keys(), ...present.keys()])].flatMap((key) => {
    const should = expected.get(key);
    const is = present.get(key);
    const row = should ?? is;
    if (!row || (is && should && content(is) === content(should))) return [];
    const at = contributionKey(book, row.focusArea, row.periodEnd, row.period, row.agreementId, row.version);
    const difference = {
      key: text(at),
      what: 'contribution',
      stored: is ? 'there' : 'missing',
      expected: should ? 'as the version' : 'left',
    };
    return [{ row, difference }];
  });
}

/** Where a chain's stock is not that of the versions that count. */
export function chainDifferences(
  book: Book,
  stored: StoredBook,
  keeping: Bookkeeping,
): { chain: string; difference: Difference }[] {
  const sorted = (
    chain:
      | {
          end: string;
          entries: { agreementId: string; period: string }[];
          targets: { order: number; periodEnd: string }[];
        }
      | undefined,
  ) =>
    canonicalJson({
      end: chain?.end ?? '',
      entries: [...(chain?.entries ?? [])].sort((a, b) =>
        a.agreementId + a.period < b.agreementId + b.period ? -1 : 1,
      ),
      targets: [...(chain?.targets ?? [])].sort((a, b) => a.order - b.order || (a.periodEnd < b.periodEnd ? -1 : 1)),
    });
  return [...keeping.chains[book]].flatMap(([chain, should]) => {
    if (sorted(stored.chains.get(chain)) === sorted(should)) return [];
    return [
      {
        chain,
        difference: {
          key: text(chainKey(chain, book)),
          what: 'stock',
          stored: 'otherwise',
          expected: 'as the versions',
        },
      },
    ];
  });
}

/** Where the ledger does not add up to the stored official cells: figures as of an instant would be wrong. */
export function ledgerDifferences(ledger: readonly StoredLedgerEntry[], stored: StoredBook): Difference[] {
  const sums = new Map<string, Numbers>();
  for (const { added } of ledger) {
    for (const [at, numbers] of Object.entries(added)) {
      const known = sums.get(at) ?? {};
      for (const [name, value] of Object.entries(numbers)) known[name] = add(known[name] ?? zero, value);
      sums.set(at, known);
    }
  }
  const summed = [...stored.cells].filter(([at]) => !readAddress(at).sk.startsWith('M#'));
  const known = new Set<string>(summed.map(([at]) => at));
  const strays = [...sums.keys()].filter((at) => !known.has(at));
  return [
    ...strays.map((at) => ({ key: at, what: 'ledger', stored: 'nothing', expected: 'a cell' })),
    ...summed.flatMap(([at, { numbers }]) =>
      numbersThatDiffer(numbers, sums.get(at) ?? {}).map((name) => ({
        key: text(cellKey('official', at)),
        what: `ledger of ${name}`,
        stored: numbers[name] ?? 'nothing',
        expected: sums.get(at)?.[name] ?? 'nothing',
      })),
    ),
  ];
}
