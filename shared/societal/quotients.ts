import { ratioValue } from '../decimal.ts';
import type { Series } from './indicator.ts';
import { cellKey, type Cell } from './value.ts';

interface Known extends Cell {
  value: string | null;
}

/** The values of a series that is worked out of two others, for each place, period and gender that has both. */
export function quotientsOf({ id, source }: Series, values: readonly Known[]): Known[] {
  if (source.type !== 'quotient') return [];
  const under = new Map(
    values.filter(({ series }) => series === source.denominator).map((one) => [cellKey({ ...one, series: '' }), one]),
  );
  return values
    .filter(({ series }) => series === source.numerator)
    .flatMap((over) => {
      const below = under.get(cellKey({ ...over, series: '' }));
      if (!below || over.value === null || below.value === null) return [];
      const value = ratioValue(over.value, below.value, source.scale, source.decimals);
      return value === undefined ? [] : [{ ...over, series: id, value }];
    });
}
