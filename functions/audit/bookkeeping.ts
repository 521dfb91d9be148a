import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { emptyShare, total, type Cells, type Share } from '@insatskollen/shared/summary/cells.ts';
import { books, type Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { countedIn, shareOfReport, type Standing } from '@insatskollen/shared/summary/standing.ts';
import { shareOfChain, shareOfChainTargets, type Chain, type StockTarget } from '@insatskollen/shared/summary/stock.ts';
import { change, emptyTally, type Tally } from '@insatskollen/shared/summary/tally.ts';
import { asksStock, withReport } from '../summary/chains.ts';
import { contributionItem, flatMaxima } from '../summary/contributions.ts';
import { ledgerItem, type Cause } from '../summary/ledger.ts';
import type { Item } from '../table/client.ts';

/** Both books, kept in memory while a history is played or the table is read through. */
export interface Bookkeeping {
  indicators: ReadonlyMap<string, Indicator>;
  tallies: Record<Book, Tally>;
  chains: Record<Book, Map<string, Chain>>;
  /** By book and key, since a row that leaves is changed. */
  contributions: Map<string, Item>;
  ledger: Item[];
}

export const openBooks = (indicators: ReadonlyMap<string, Indicator>): Bookkeeping => ({
  indicators,
  tallies: { official: emptyTally(), preview: emptyTally() },
  chains: { official: new Map(), preview: new Map() },
  contributions: new Map(),
  ledger: [],
});

const both = (share: Share, more: Cells): Share => ({ ...share, sums: total(share.sums, more) });

/** Takes up an agreement: its expected reports' shares, that it runs, and its chain with its targets. */
export function takeUp(
  keeping: Bookkeeping,
  opening: {
    standings: readonly Standing[];
    running: Share;
    chain: string;
    chainEnd: string;
    targets: readonly StockTarget[];
  },
  cause: Cause,
): void {
  for (const book of books) {
    const known = keeping.chains[book].get(opening.chain) ?? { end: opening.chainEnd, entries: [], targets: [] };
    const next: Chain = { ...known, targets: [...known.targets, ...opening.targets] };
    keeping.chains[book].set(opening.chain, next);
    let after = opening.running;
    for (const standing of opening.standings)
      after = both(after, shareOfReport(book, standing, keeping.indicators).sums);
    const before = { ...emptyShare(), sums: shareOfChainTargets(known).sums };
    record(keeping, book, `${cause.agreementId}#`, before, both(after, shareOfChainTargets(next).sums), cause);
  }
}

/** Takes a transition of a report into both books, as the table's own transaction does. */
export function takeTransition(
  keeping: Bookkeeping,
  before: Standing,
  after: Standing,
  cause: Cause,
  personId: string,
): void {
  const { indicators } = keeping;
  const { head } = after;
  for (const book of books) {
    const leaving = countedIn(book, before);
    const coming = countedIn(book, after);
    const moved = leaving?.version !== coming?.version;
    let shares = { before: shareOfReport(book, before, indicators), after: shareOfReport(book, after, indicators) };
    const own = shares.after.maxima;
    if (moved && asksStock(head, indicators)) {
      const chain = keeping.chains[book].get(head.chain) ?? { end: head.termEnd, entries: [], targets: [] };
      const next = withReport(chain, head, coming, indicators);
      keeping.chains[book].set(head.chain, next);
      shares = {
        before: both(shares.before, shareOfChain(chain, indicators).sums),
        after: both(shares.after, shareOfChain(next, indicators).sums),
      };
    }
    record(keeping, book, `${head.agreementId}#${head.period}`, shares.before, shares.after, cause);
    if (moved && leaving) leave(keeping, book, `${head.agreementId}#${head.period}#${leaving.version}`, cause.at);
    if (moved && coming) {
      const approval =
        book === 'official' ? { approvedAt: cause.at, approvedBy: personId } : { approvedAt: null, approvedBy: null };
      const item = contributionItem(book, head, { ...coming, ...approval, leftAt: null, maxima: flatMaxima(own) });
      keeping.contributions.set(`${book}#${head.agreementId}#${head.period}#${coming.version}`, item);
    }
    // A report may also be taken as it stands now, in one step: then its version comes and is being corrected at once.
    if (coming && book === 'official' && before.head.figuresKept !== head.figuresKept) {
      const key = `${book}#${head.agreementId}#${head.period}#${coming.version}`;
      keeping.contributions.set(key, { ...keeping.contributions.get(key), correcting: head.figuresKept });
    }
  }
}

function leave(keeping: Bookkeeping, book: Book, row: string, at: string): void {
  const key = `${book}#${row}`;
  if (book === 'preview') keeping.contributions.delete(key);
  else keeping.contributions.set(key, { ...keeping.contributions.get(key), leftAt: at });
}

function record(
  keeping: Bookkeeping,
  book: Book,
  contributor: string,
  before: Share,
  after: Share,
  cause: Cause,
): void {
  const effects = change(keeping.tallies[book], contributor, before, after);
  if (book === 'official') for (const [year, effect] of effects) keeping.ledger.push(ledgerItem(year, cause, effect));
}
