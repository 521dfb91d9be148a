import { percentOf, type Decimal } from '../decimal.ts';

/** Where every target stands, in percent of the bar's width: bars below each other can be compared at a glance. */
const TARGET_AT = 80;
const FULL = 100;

/** What a bar shows, as positions in percent of its width. `over` is true where the value runs out of the picture. */
export interface BarPlaces {
  value: number | null;
  /** Start of a range's band. */
  from: number | null;
  target: number;
  pace: number | null;
  /** From here to the target is the part that rests on reports which are not approved. */
  missingFrom: number | null;
  over: boolean;
}

/** A share of something as a plain number from 0, for drawing only: no figure is worked out from it. */
const share = (part: Decimal, whole: Decimal): number => Number(percentOf(part, whole) ?? 0) / FULL;

/** Places a value against its target. `missing` is the share of expected reports that are not approved. */
export function placeBar(
  figure: { value: Decimal | null; from?: Decimal | null; target: Decimal },
  { pace, missing }: { pace: number | null; missing: number },
): BarPlaces {
  const at = (part: number) => Math.min(FULL, part * TARGET_AT);
  const value = figure.value === null ? null : share(figure.value, figure.target);
  return {
    value: value === null ? null : at(value),
    from: figure.from == null ? null : at(share(figure.from, figure.target)),
    target: TARGET_AT,
    pace: pace === null || pace >= 1 ? null : at(pace),
    missingFrom: missing > 0 ? at(1 - missing) : null,
    over: value !== null && value * TARGET_AT > FULL,
  };
}
