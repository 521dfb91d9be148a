import type { Period } from '../calendar/periods.ts';
import { parseDecimal, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';

/** Whether a year's target says what the targets of its periods are: a sum does, and so does a level that is held. */
export const canSpread = ({ kind }: Pick<Indicator, 'kind'>): boolean =>
  kind === 'flow' || kind === 'stock' || kind === 'ratio';

/**
 * A year's target on the periods of a term, by period id. What adds up over time is divided evenly within each calendar year, in
 * whole steps of the indicator's decimals, with what is left over on the last periods; a level is the same in all of them. Nothing where the
 * target cannot be read or the kind has no such rule.
 */
export function spreadTarget(
  yearTarget: string,
  indicator: Pick<Indicator, 'kind' | 'decimals'>,
  periods: readonly Pick<Period, 'id' | 'end'>[],
): Record<string, Decimal> {
  const target = parseDecimal(yearTarget);
  if (target === undefined || !canSpread(indicator)) return {};
  if (indicator.kind !== 'flow') return Object.fromEntries(periods.map(({ id }) => [id, target]));
  const byYear = Map.groupBy(periods, ({ end }) => end.slice(0, 4));
  return Object.fromEntries(
    [...byYear.values()].flatMap((inYear) => {
      const shares = dividedEvenly(target, inYear.length, indicator.decimals);
      return inYear.map(({ id }, n) => [id, shares[n] ?? target] as const);
    }),
  );
}

/** A decimal in so many shares that add up to it. They differ by one step at most, the larger ones last. */
function dividedEvenly(value: Decimal, into: number, decimals: number): Decimal[] {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const places = Math.max(decimals, fraction.length);
  const units = BigInt(whole + fraction.padEnd(places, '0'));
  const each = units / BigInt(into);
  const over = Number(units % BigInt(into));
  const sign = value.startsWith('-') ? '-' : '';
  return Array.from({ length: into }, (_, n) => {
    const digits = String(each + (n >= into - over ? 1n : 0n)).padStart(places + 1, '0');
    const point = digits.length - places;
    const typed = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    return parseDecimal(sign + typed) ?? typed;
  });
}
