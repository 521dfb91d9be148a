import type { Agreement, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { ChainPlace } from '@insatskollen/shared/agreements/opening.ts';
import { stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import type { Replanned } from '@insatskollen/shared/agreements/replan.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import { difference, readAddress, total, type Cells, type Numbers } from '@insatskollen/shared/summary/cells.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { shareOfHead } from '@insatskollen/shared/summary/share.ts';
import { shareOfChain, shareOfChainTargets, type Chain } from '@insatskollen/shared/summary/stock.ts';
import { headItem, putHead } from '../reports/headStore.ts';
import { readChain, writeChain } from '../summary/chains.ts';
import { putLedger, type Cause } from '../summary/ledger.ts';
import type { Table, TransactWrite } from '../table/client.ts';
import { headKey } from '../table/keys.ts';

type Indicators = ReadonlyMap<string, Indicator>;

/** An agreement as it will be written, and what it is instead of. */
export interface AgreementChange {
  before: { agreement: Agreement; terms: Terms } | undefined;
  after: { agreement: Agreement; terms: Terms };
  place: ChainPlace;
  /** The last day of the chain's last agreement. */
  chainEnd: string;
  reports: Replanned;
  cause: Cause;
}

/** What follows from an agreement being made or changed. */
export interface Followed {
  /** Writes of items that are of this agreement and its chain alone. */
  writes: TransactWrite[];
  /** What each book's cells are to be raised by. They are shared with all others: whoever writes many agreements adds them up first. */
  sums: Record<Book, Cells>;
}

/**
 * Everything that follows from an agreement being made or changed, for the same transaction: the heads of the reports that it
 * asks for, both books' coverage and targets, its chain's stock, and the ledger.
 */
export async function planAgreement(table: Table, change: AgreementChange, indicators: Indicators): Promise<Followed> {
  const { added, changed, removed } = change.reports;
  const heads: TransactWrite[] = [
    ...added.map((head) => ({ Put: { Item: headItem(head), ConditionExpression: 'attribute_not_exists(pk)' } })),
    ...changed.map(({ before, after }) => putHead(before, after)),
    ...removed.map(({ agreementId, period, revision }) => ({
      Delete: {
        Key: headKey(agreementId, period),
        ConditionExpression: 'revision = :read',
        ExpressionAttributeValues: { ':read': revision },
      },
    })),
  ];
  const [preview, official] = await Promise.all([
    planBook(table, 'preview', change, indicators),
    planBook(table, 'official', change, indicators),
  ]);
  const ledger = [...perYear(official.sums)].map(([year, numbers]) =>
    putLedger(year, change.cause, { added: numbers, maxima: [] }),
  );
  return {
    writes: [...heads, preview.write, official.write, ...ledger],
    sums: { preview: preview.sums, official: official.sums },
  };
}

async function planBook(
  table: Table,
  book: Book,
  change: AgreementChange,
  indicators: Indicators,
): Promise<{ write: TransactWrite; sums: Cells }> {
  const { before, after, place, chainEnd, reports } = change;
  const chain = await readChain(table, place.chain, book);
  const others = chain.targets.filter(({ order }) => order !== place.order);
  const next: Chain = {
    end: chainEnd,
    entries: chain.entries,
    targets: [...others, ...stockTargets(reports.heads, indicators)].sort((a, b) => a.order - b.order),
  };
  const was = total(
    ofHeads([...reports.changed.map((one) => one.before), ...reports.removed], indicators),
    before ? running(before) : none,
    chain.revision > 0 ? ofChain(chain, indicators) : none,
  );
  const is = total(
    ofHeads([...reports.changed.map((one) => one.after), ...reports.added], indicators),
    running(after),
    ofChain(next, indicators),
  );
  return { write: writeChain(place.chain, book, chain, next), sums: difference(was, is) };
}

/** Cells' numbers by the year that they are of, as the ledger keeps them. */
function perYear(cells: Cells): Map<string, Record<string, Numbers>> {
  const years = new Map<string, Record<string, Numbers>>();
  for (const [at, numbers] of cells) {
    const { year } = readAddress(at);
    years.set(year, { ...years.get(year), [at]: numbers });
  }
  return years;
}

const none: Cells = new Map();
const ofHeads = (heads: readonly Head[], indicators: Indicators): Cells =>
  total(...heads.map((head) => shareOfHead(head, indicators).sums));
const running = ({ agreement, terms }: { agreement: Agreement; terms: Terms }): Cells =>
  shareOfAgreement({ ...agreement, focusArea: terms.focusArea }).sums;
const ofChain = (chain: Chain, indicators: Indicators): Cells =>
  total(shareOfChain(chain, indicators).sums, shareOfChainTargets(chain).sums);
