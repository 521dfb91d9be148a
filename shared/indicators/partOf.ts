import type { Indicator } from './indicator.ts';

type Related = ReadonlyMap<string, Pick<Indicator, 'partOf'>>;

/** The indicators that one counts some of: what it is part of, what that is part of, and so on. */
export function wholesOf(id: string, indicators: Related): string[] {
  const found = new Set<string>();
  let at = indicators.get(id)?.partOf;
  while (at != null && at !== id && !found.has(at)) {
    found.add(at);
    at = indicators.get(at)?.partOf;
  }
  return [...found];
}

/** The indicators that count some of what one counts, themselves or through others. */
export const partsOfIndicator = (id: string, indicators: Related): string[] =>
  [...indicators.keys()].filter((other) => wholesOf(other, indicators).includes(id));
