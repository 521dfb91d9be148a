import { financed, type Financed } from '../agreements/financing.ts';
import type { Day } from '../calendar/days.ts';
import type { Window } from '../calendar/periods.ts';
import { compare, multiply, ratioValue, sum, zero, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';

interface Paid {
  termStart: Day;
  termEnd: Day;
  /** SEK by source, for the whole term. */
  financing: Readonly<Record<string, Decimal>>;
}

const DAY_MS = 86_400_000;
const days = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/**
 * What agreements cost in a window, by source, in whole SEK: each agreement's amounts spread evenly over the days of its term, so that one
 * that runs over two years counts once in all. Leverage is what came from others for each krona of the region's own (requirement R22).
 */
export function moneyIn(agreements: readonly Paid[], window: Pick<Window, 'start' | 'end'>): Financed {
  const bySource: Record<string, Decimal[]> = {};
  for (const { termStart, termEnd, financing } of agreements) {
    const from = termStart > window.start ? termStart : window.start;
    const to = termEnd < window.end ? termEnd : window.end;
    if (from > to) continue;
    const [inside, all] = [String(days(from, to)), String(days(termStart, termEnd))];
    for (const [source, amount] of Object.entries(financing))
      (bySource[source] ??= []).push(ratioValue(multiply(amount, inside), all, '1', 0) ?? zero);
  }
  return financed(Object.fromEntries(Object.entries(bySource).map(([source, amounts]) => [source, sum(amounts)])));
}

/** Why money for each result would mislead, where it would. */
export type Caution =
  /** Not every report that was expected is approved: the money is of the whole window, the results are not. */
  | 'incomplete'
  /** The same money gives other results too. */
  | 'shared';

/**
 * The region's own SEK for each result (requirement R23), in whole kronor; `undefined` where that means nothing: for what is no sum of things
 * done (a stock, a ratio, a range of unique people, a text), for money itself, and where nothing was counted or paid.
 */
export function ownForEach(
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  { own, value }: { own: Decimal; value: Decimal | null | undefined },
): Decimal | undefined {
  if (indicator.kind !== 'flow' || indicator.unit.sv === 'kr' || value == null) return undefined;
  if (compare(value, zero) <= 0 || compare(own, zero) <= 0) return undefined;
  return ratioValue(own, value, '1', 0);
}

/** What to warn of beside money for each result. */
export function cautions(of: { expected: number; approved: number; indicators: number }): Caution[] {
  return [
    ...(of.approved < of.expected ? (['incomplete'] as const) : []),
    ...(of.indicators > 1 ? (['shared'] as const) : []),
  ];
}
