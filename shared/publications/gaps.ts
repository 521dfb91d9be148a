import { compare, subtract, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { PartValue } from '../summary/figures.ts';
import { countsPeople, countsPeopleInAll, MISSING_PART } from '../summary/share.ts';
import { isSafe, type PublicFigure } from './publicFigure.ts';

/** A number that anyone may see, and where it stands: `null` for the figure's own, else a part in one of its breakdowns. */
export interface Shown {
  count: Decimal;
  dimension: string | null;
  part: string | null;
  /** Which of the place's numbers it is: a ratio and a range have several. */
  which: string;
  /** Whether it counts people, or things by what people stand behind them. */
  people: boolean;
}

/**
 * Every number of a figure that anyone may see; a ratio's are its numerator, its denominator and what is left over. Of breakdowns those
 * of people: how firms are spread over places has nothing to do with who stands behind them.
 */
export function shownIn({ value, ratio, range, breakdowns }: PublicFigure, indicator: Indicator): Shown[] {
  const own = ratio
    ? { ...ratio, value: null, rest: subtract(ratio.denominator, ratio.numerator) }
    : countsIn(range ?? value);
  const numbers = (counts: Record<string, Decimal | null>, place: Pick<Shown, 'dimension' | 'part' | 'people'>) =>
    Object.entries(counts).flatMap(([which, count]) => (count === null ? [] : [{ count, which, ...place }]));
  const ofPeople = Object.entries(breakdowns).filter(([dimension]) => countsPeople(indicator, dimension));
  return [
    ...numbers(own, { dimension: null, part: null, people: countsPeopleInAll(indicator) }),
    ...ofPeople.flatMap(([dimension, { parts, missing }]) =>
      Object.entries({ ...parts, [MISSING_PART]: missing }).flatMap(([part, counts]) =>
        numbers(countsIn(counts), { dimension, part, people: true }),
      ),
    ),
  ];
}
const countsIn = (value: PartValue | undefined): Record<string, Decimal | null> =>
  typeof value === 'string' ? { value } : { ...value };

/** What lies between a number of a whole and one of its part, where people can be told from it. */
export interface Gap {
  whole: Shown;
  part: Shown;
  count: Decimal;
}

/** Every gap between the numbers of a whole and those of its part, of the same version or another. */
export function gapsBetween(whole: readonly Shown[], part: readonly Shown[]): Gap[] {
  return whole.flatMap((one) =>
    part
      .filter((other) => (one.people || other.people) && mayHold(one, other, whole))
      .map((other) => ({ whole: one, part: other, count: subtract(one.count, other.count) })),
  );
}

/** Whether one number may count all that another does, and more. */
function mayHold(one: Shown, other: Shown, whole: readonly Shown[]): boolean {
  if (one.dimension === null) return true;
  if (other.dimension !== null) return one.dimension === other.dimension && one.part === other.part;
  // A count that is one of a breakdown's parts is that part: it has no more to do with the others than they have with each other.
  return !whole.some(({ dimension, count }) => dimension === one.dimension && compare(count, other.count) === 0);
}

export const isSafeGap = ({ count }: Gap): boolean => isSafe(count);

/** Whether a gap is as it was, or has moved by five or more people, since it could last be seen. */
export function hasMovedSafely(gap: Gap, before: readonly Gap[]): boolean {
  return before
    .filter(({ whole, part }) => isSame(whole, gap.whole) && isSame(part, gap.part))
    .every(({ count }) => isSafe(subtract(gap.count, count)));
}

/** Whether two numbers stand in the same place of two versions of a figure. */
export const isSame = (a: Shown, b: Shown): boolean =>
  a.dimension === b.dimension && a.part === b.part && a.which === b.which;

/** The figure's own numbers, without those of its breakdowns. */
export const ownIn = (shown: readonly Shown[]): Shown[] => shown.filter(({ dimension }) => dimension === null);
/** The breakdowns that are shown. */
export const dimensionsIn = (shown: readonly Shown[]): Set<string> =>
  new Set(shown.flatMap(({ dimension }) => dimension ?? []));
