import type { Agreement, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { ChainPlace } from '@insatskollen/shared/agreements/opening.ts';
import { stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import type { Replanned } from '@insatskollen/shared/agreements/replan.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import { emptyShare, total, type Cells, type Share } from '@insatskollen/shared/summary/cells.ts';
import { books, type Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { shareOfHead } from '@insatskollen/shared/summary/share.ts';
import { shareOfChain, shareOfChainTargets, type Chain } from '@insatskollen/shared/summary/stock.ts';
import { headItem, putHead } from '../reports/headStore.ts';
import { planChange } from '../summary/change.ts';
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

/**
 * Every write that follows from an agreement being made or changed, for the same transaction: the heads of the reports that it
 * asks for, both books' coverage and targets, its chain's stock, and the ledger.
 */
export async function planAgreement(
  table: Table,
  change: AgreementChange,
  indicators: Indicators,
): Promise<TransactWrite[]> {
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
  const perBook = await Promise.all(books.map((book) => planBook(table, book, change, indicators)));
  return [...heads, ...perBook.flat()];
}

async function planBook(
  table: Table,
  book: Book,
  change: AgreementChange,
  indicators: Indicators,
): Promise<TransactWrite[]> {
  const { before, after, place, chainEnd, reports, cause } = change;
  const chain = await readChain(table, place.chain, book);
  const others = chain.targets.filter(({ order }) => order !== place.order);
  const next: Chain = {
    end: chainEnd,
    entries: chain.entries,
    targets: [...others, ...stockTargets(reports.heads, indicators)].sort((a, b) => a.order - b.order),
  };
  const shares = {
    before: added(
      ofHeads([...reports.changed.map((one) => one.before), ...reports.removed], indicators),
      before ? running(before) : none,
      chain.revision > 0 ? ofChain(chain, indicators) : none,
    ),
    after: added(
      ofHeads([...reports.changed.map((one) => one.after), ...reports.added], indicators),
      running(after),
      ofChain(next, indicators),
    ),
  };
  const nobody = { agreementId: after.agreement.id, period: '', periodEnd: '', focusArea: after.terms.focusArea };
  const planned = await planChange(table, { book, ...shares }, nobody);
  const writes = [...planned.writes, writeChain(place.chain, book, chain, next)];
  if (book === 'official') for (const [year, effect] of planned.ledger) writes.push(putLedger(year, cause, effect));
  return writes;
}

const none: Cells = new Map();
const added = (...cells: Cells[]): Share => ({ ...emptyShare(), sums: total(...cells) });
const ofHeads = (heads: readonly Head[], indicators: Indicators): Cells =>
  total(...heads.map((head) => shareOfHead(head, indicators).sums));
const running = ({ agreement, terms }: { agreement: Agreement; terms: Terms }): Cells =>
  shareOfAgreement({ ...agreement, focusArea: terms.focusArea }).sums;
const ofChain = (chain: Chain, indicators: Indicators): Cells =>
  total(shareOfChain(chain, indicators).sums, shareOfChainTargets(chain).sums);
