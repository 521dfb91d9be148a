import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { total, type Share } from '@insatskollen/shared/summary/cells.ts';
import { books, type Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { countedIn, shareOfReport, type Standing } from '@insatskollen/shared/summary/standing.ts';
import { shareOfChain } from '@insatskollen/shared/summary/stock.ts';
import type { Table, TransactWrite } from '../table/client.ts';
import { asksStock, readChain, withReport, writeChain } from './chains.ts';
import { planChange, type PlannedChange } from './change.ts';
import { contributionItem, flatMaxima, leaveContribution, markCorrecting } from './contributions.ts';
import { putLedger, type Cause } from './ledger.ts';

/** A report before and after one transition, and what the transition is. */
export interface FiguresChange {
  before: Standing;
  after: Standing;
  cause: Cause;
  personId: string;
}

type Indicators = ReadonlyMap<string, Indicator>;

/**
 * Every write that keeps both books equal to what the versions say, for the same transaction as the transition itself: summary
 * cells, contributions, the chain's stock, and the ledger that lets figures be told as of any instant.
 */
export async function planFigures(
  table: Table,
  change: FiguresChange,
  indicators: Indicators,
): Promise<TransactWrite[]> {
  const perBook = await Promise.all(books.map((book) => planBook(table, book, change, indicators)));
  return perBook.flatMap((planned) => planned.writes);
}

/** What a transition would do to the official figures, by year, without doing it. */
export async function effectOnOfficial(
  table: Table,
  change: FiguresChange,
  indicators: Indicators,
): Promise<PlannedChange['ledger']> {
  return (await planBook(table, 'official', change, indicators)).ledger;
}

async function planBook(
  table: Table,
  book: Book,
  change: FiguresChange,
  indicators: Indicators,
): Promise<PlannedChange> {
  const { before, after, cause, personId } = change;
  const leaving = countedIn(book, before);
  const coming = countedIn(book, after);
  const moved = leaving?.version !== coming?.version;
  let share = { before: shareOfReport(book, before, indicators), after: shareOfReport(book, after, indicators) };
  const writes: TransactWrite[] = [];
  if (moved && asksStock(after.head, indicators)) {
    const chain = await readChain(table, after.head.chain, book);
    const next = withReport(chain, after.head, coming, indicators);
    share = {
      before: withChain(share.before, shareOfChain(chain, indicators)),
      after: withChain(share.after, shareOfChain(next, indicators)),
    };
    writes.push(writeChain(after.head.chain, book, chain, next));
  }
  const planned = await planChange(table, { book, ...share }, after.head);
  writes.push(...planned.writes);
  if (moved && leaving) writes.push(leaveContribution(book, before.head, leaving.version, cause.at));
  if (moved && coming) {
    const approval =
      book === 'official' ? { approvedAt: cause.at, approvedBy: personId } : { approvedAt: null, approvedBy: null };
    const Item = contributionItem(book, after.head, {
      ...coming,
      ...approval,
      leftAt: null,
      maxima: flatMaxima(share.after.maxima),
    });
    writes.push({ Put: { Item } });
  }
  if (book === 'official') {
    if (!moved && coming && before.head.figuresKept !== after.head.figuresKept)
      writes.push(markCorrecting(after.head, coming.version, after.head.figuresKept));
    for (const [year, effect] of planned.ledger) writes.push(putLedger(year, cause, effect));
  }
  return { writes, ledger: planned.ledger };
}

const withChain = (share: Share, chain: Share): Share => ({ ...share, sums: total(share.sums, chain.sums) });
