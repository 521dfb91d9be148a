import { quarterEnds, type Window } from '../calendar/periods.ts';
import type { Day } from '../calendar/days.ts';
import type { Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Entry } from '../reports/answers.ts';
import { cellAddress, emptyShare, put, type Share } from './cells.ts';
import { hasSmallCount, partsOf } from './share.ts';

/** One report's stock answers that count now. */
export interface StockEntry {
  period: string;
  periodEnd: Day;
  /** The agreement's place in the chain: on a tie the successor's value wins. */
  order: number;
  focusArea: string;
  agreementId: string;
  version: number;
  values: Record<string, Extract<Entry, { kind: 'value' }>>;
}

/** One period's stock targets. */
export interface StockTarget {
  periodEnd: Day;
  order: number;
  focusArea: string;
  targets: Record<string, Decimal>;
}

/** An agreement chain's stock: every value that counts, every target, and the last day of its last agreement. */
export interface Chain {
  end: Day;
  entries: StockEntry[];
  targets: StockTarget[];
}

interface Dated {
  periodEnd: Day;
  order: number;
}

/** What is the latest of its chain from its own end until the next one's: the next one's end, and the quarter ends before the chain's. */
interface InForce<T> {
  item: T;
  /** None where it goes on being the latest. */
  until: Day | undefined;
  days: Day[];
}

function inForce<T extends Dated>(items: readonly T[], chainEnd: Day): InForce<T>[] {
  const sorted = [...items].sort((a, b) => a.periodEnd.localeCompare(b.periodEnd) || a.order - b.order);
  return sorted.map((item, index) => {
    const until = sorted[index + 1]?.periodEnd;
    const days = quarterEnds(item.periodEnd, chainEnd).filter(
      (day) => day >= item.periodEnd && day <= chainEnd && (until === undefined || day < until),
    );
    return { item, until, days };
  });
}

/** Of what is left out when its chain has ended: the day that it is of, the chain's last, and the day that another took over. */
const leftName = (id: string, of: Day, chainEnd: Day, until: Day | undefined) =>
  `left:${id}:${of}:${chainEnd}:${until ?? ''}`;

/** Whether the rest of such a name says that it is left out of a window. */
export const isLeftOut = (
  [of = '', chainEnd = '', until = '']: string[],
  { start, end }: Pick<Window, 'start' | 'end'>,
) => of >= start && of <= end && chainEnd < end && (until === '' || end < until);

/**
 * What a chain gives to the stock cells: on each quarter's last day its latest value, kept under the day that the value is of, so
 * that a span can take only values whose period ends inside it. From its own last day on a chain is left out, and counted as such.
 */
export function shareOfChain(chain: Chain, indicators: ReadonlyMap<string, Indicator>): Share {
  const share = emptyShare();
  const ids = new Set(chain.entries.flatMap((entry) => Object.keys(entry.values)));
  for (const id of ids) {
    const indicator = indicators.get(id);
    if (!indicator) continue;
    const withValue = chain.entries.filter((entry) => entry.values[id]);
    for (const { item, until, days } of inForce(withValue, chain.end)) {
      const value = item.values[id];
      if (!value) continue;
      if (until === undefined || (until > chain.end && until > item.periodEnd))
        put(share.sums, cell(item.periodEnd, item.focusArea), leftName(id, item.periodEnd, chain.end, until), '1');
      const name = (kind: string, day: Day) => `${kind}:${id}:${day}:${item.periodEnd}`;
      for (const day of days) {
        put(share.sums, cell(day, item.focusArea), name('v', day), value.value);
        put(share.sums, cell(day, item.focusArea), name('n', day), '1');
        for (const [dimension, parts] of partsOf(indicator, value)) {
          const at = cellAddress('parts', day.slice(0, 4), `S#${item.focusArea}#${dimension}`);
          for (const [part, count] of parts) put(share.sums, at, `${name('v', day)}:${part}`, count);
          if (hasSmallCount(indicator, dimension, parts)) put(share.sums, at, name('small', day), '1');
        }
      }
    }
  }
  return share;
}

/** What a chain gives to the targets of stock: on each quarter's last day its last period target so far. */
export function shareOfChainTargets(chain: Pick<Chain, 'end' | 'targets'>): Share {
  const share = emptyShare();
  for (const id of new Set(chain.targets.flatMap((target) => Object.keys(target.targets)))) {
    const withTarget = chain.targets.filter((target) => target.targets[id] !== undefined);
    for (const { item, days } of inForce(withTarget, chain.end)) {
      const target = item.targets[id];
      if (target === undefined) continue;
      for (const day of days) {
        put(share.sums, cell(day, item.focusArea), `t:${id}:${day}:${item.periodEnd}`, target);
        put(share.sums, cell(day, item.focusArea), `tn:${id}:${day}:${item.periodEnd}`, '1');
      }
    }
  }
  return share;
}

/** One cell for all quarter ends of a year, so that a report of a long chain still fits in one transaction. */
const cell = (day: Day, focusArea: string) => cellAddress('totals', day.slice(0, 4), `S#${focusArea}`);

/** Which of several chains' values count in a span, and why the others do not: for the list of what a figure is made of. */
export function stockStandings<T extends Dated & { chain: string }>(
  items: readonly T[],
  chainEnds: ReadonlyMap<string, Day>,
  span: { end: Day },
): Map<T, 'counts' | 'replaced' | 'chainEnded'> {
  const latest = new Map<string, T>();
  for (const item of items) {
    const known = latest.get(item.chain);
    if (!known || isLater(item, known)) latest.set(item.chain, item);
  }
  return new Map(
    items.map((item) => {
      if (latest.get(item.chain) !== item) return [item, 'replaced'];
      return [item, (chainEnds.get(item.chain) ?? '') < span.end ? 'chainEnded' : 'counts'];
    }),
  );
}

const isLater = (a: Dated, b: Dated): boolean =>
  a.periodEnd > b.periodEnd || (a.periodEnd === b.periodEnd && a.order > b.order);
