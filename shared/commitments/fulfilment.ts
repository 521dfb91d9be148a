import type { Day } from '../calendar/days.ts';
import { parsePeriod, periodsInside, windowOf, type Window } from '../calendar/periods.ts';
import { add, compare, isZero, largest, sum, type Decimal } from '../decimal.ts';
import type { IndicatorKind } from '../indicators/indicator.ts';
import type { Entry } from '../reports/answers.ts';
import type { Commitment } from './commitment.ts';

/** What one report answers of the indicator that a promise is followed by. `answer` is there when it is official. */
export interface PromisedReport {
  period: string;
  /** Agreements of a chain follow each other: of a stock, the latest of each counts. */
  chain: string;
  answer: Entry | undefined;
}

/** How far a promise is kept, by official reports alone. An amount is a span where several may have counted the same. */
export interface Fulfilment {
  window: Window;
  amount: { min: Decimal; max: Decimal } | null;
  /** Official reports that answer, of all that lie in the window. */
  reports: { answered: number; all: number };
  state: 'kept' | 'notKept' | 'above' | 'underWay' | 'unknown';
}

/** The time that a promise is looked at for: the year that runs, the last whole quarter or half-year, or all of it. */
export function windowFor(per: Commitment['per'], today: Day, firstDay: Day): Window | undefined {
  const year = Number(today.slice(0, 4));
  switch (per) {
    case 'quarter':
    case 'halfYear': {
      const passed = periodsInside({ start: `${year - 1}-01-01`, end: today }, [
        per === 'quarter' ? 'quarter' : 'half',
      ]);
      const last = passed.at(-1);
      return last && windowOf(last.id, last.id);
    }
    case 'year':
      return windowOf(`${year}`, `${year}`);
    case 'threeYears':
      return windowOf(`${year - 2}`, `${year}`);
    case 'total':
      return windowOf(String(Math.min(year, Number(firstDay.slice(0, 4)))), `${year}`);
  }
}

/** How far a promise is kept in a window. A ratio cannot be promised in numbers of things, so nothing is said of one. */
export function fulfilmentOf(
  commitment: Commitment,
  kind: IndicatorKind,
  reports: readonly PromisedReport[],
  window: Window,
  today: Day,
): Fulfilment {
  const inside = reports.filter(({ period }) => isIn(period, window));
  const answered = inside.filter(({ answer }) => answer?.kind === 'value');
  const amount = answered.length === 0 ? null : amountOf(commitment, kind, answered);
  return {
    window,
    amount,
    reports: { answered: answered.length, all: inside.length },
    state: amount === null ? 'unknown' : stateOf(commitment, amount, window.end >= today),
  };
}

function isIn(period: string, { start, end }: Window): boolean {
  const known = parsePeriod(period);
  return (
    known !== undefined &&
    known.end >= start &&
    known.end <= end &&
    (known.kind === 'schoolYear' || known.start >= start)
  );
}

const valueOf = (answer: Entry | undefined): Decimal => (answer?.kind === 'value' ? answer.value : '0');

function amountOf(
  { dimension }: Commitment,
  kind: IndicatorKind,
  reports: readonly PromisedReport[],
): Fulfilment['amount'] {
  if (dimension !== undefined) {
    const reached = String(partsReached(dimension, reports).size);
    return { min: reached, max: reached };
  }
  const values = reports.map(({ answer }) => valueOf(answer));
  switch (kind) {
    case 'flow': {
      const total = sum(values);
      return { min: total, max: total };
    }
    case 'stock': {
      const total = sum(latestOfEachChain(reports).map(({ answer }) => valueOf(answer)));
      return { min: total, max: total };
    }
    case 'unique':
      return { min: values.reduce(largest, '0'), max: values.reduce(add, '0') };
    case 'ratio':
    case 'text':
      return null;
  }
}

/** The parts of a dimension for which any report gives more than nothing. */
const partsReached = (dimension: string, reports: readonly PromisedReport[]): Set<string> =>
  new Set(
    reports.flatMap(({ answer }) =>
      answer?.kind === 'value'
        ? Object.entries(answer.breakdowns?.[dimension] ?? {}).flatMap(([part, value]) => (isZero(value) ? [] : [part]))
        : [],
    ),
  );

function latestOfEachChain(reports: readonly PromisedReport[]): PromisedReport[] {
  const end = ({ period }: PromisedReport) => parsePeriod(period)?.end ?? '';
  return [...Map.groupBy(reports, ({ chain }) => chain).values()].flatMap(
    (chain) => chain.toSorted((a, b) => end(a).localeCompare(end(b))).at(-1) ?? [],
  );
}

function stateOf({ min, max }: Commitment, amount: { min: Decimal; max: Decimal }, runs: boolean): Fulfilment['state'] {
  if (max !== null && compare(amount.min, max) > 0) return 'above';
  if (min !== null && compare(amount.max, min) < 0) return runs ? 'underWay' : 'notKept';
  // A span that reaches over the promise says neither yes nor no.
  if (min !== null && compare(amount.min, min) < 0) return 'unknown';
  return 'kept';
}
