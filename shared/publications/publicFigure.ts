import { parsePeriod } from '../calendar/periods.ts';
import { add, compare, isZero, subtract, zero, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { BreakdownFigure, Figure, PartValue } from '../summary/figures.ts';
import { countsPeople, countsPeopleInAll, SMALL } from '../summary/share.ts';

/** The fields of a figure that anyone may see: named one by one, so that a new one is not public until somebody says so. */
type Named =
  | ('id' | 'name' | 'unit' | 'kind')
  | ('value' | 'ratio' | 'range' | 'choices' | 'target' | 'breakdowns')
  | ('contributions' | 'notApplicable' | 'notYetKnown' | 'carriedForward' | 'leftOut');

/** A figure as anyone may see it. Where `hidden`, it is measured and its numbers are not shown. */
export interface PublicFigure extends Pick<Figure, Named> {
  hidden: boolean;
}

/** How large the largest answer behind a range must be: were it five, those behind the sum of the others could be told to be four. */
const LEAST_OF_RANGE = '6';

const magnitude = (value: Decimal): Decimal => (compare(value, zero) < 0 ? subtract(zero, value) : value);
/** None, or so many that nobody can be made out. */
export const isSafe = (count: Decimal): boolean => isZero(count) || compare(magnitude(count), SMALL) >= 0;

/** Every count of people that can be read out of a number that is shown: itself, and what it leaves over. */
function countsIn(value: PartValue | undefined): Decimal[] {
  if (value == null) return [];
  return typeof value === 'string' ? [value] : [value.min, value.max, subtract(value.max, value.min)];
}
const rangeIsSafe = (value: PartValue | undefined): boolean =>
  value == null || typeof value === 'string' || isZero(value.min) || compare(value.min, LEAST_OF_RANGE) >= 0;

/** The counts of people in a figure's own value. */
function countsOf({ value, ratio, range }: Pick<Figure, 'value' | 'ratio' | 'range'>): Decimal[] {
  if (ratio) return [ratio.numerator, ratio.denominator, subtract(ratio.denominator, ratio.numerator)];
  return countsIn(range ?? value);
}
const countsOfParts = ({ parts, missing }: BreakdownFigure): Map<string, Decimal[]> =>
  new Map([...Object.entries(parts), ['?', missing] as const].map(([part, value]) => [part, countsIn(value)]));

/** Whether nothing can be read out of how counts have moved since they were last shown: none moved, or by five or more. */
const movedSafely = (now: readonly Decimal[], before: readonly Decimal[]): boolean =>
  now.every((count, n) => before[n] === undefined || isSafe(subtract(count, before[n])));

function partsMovedSafely(now: BreakdownFigure, before: BreakdownFigure | undefined): boolean {
  if (!before || before.suppressed) return true;
  const [then, here] = [countsOfParts(before), countsOfParts(now)];
  // A part that was not there then was none, as one that is not here is none now.
  const moves = [...new Set([...then.keys(), ...here.keys()])].map((part) => {
    const [counts, earlier] = [here.get(part) ?? [], then.get(part) ?? []];
    return (counts.length > 0 ? counts : earlier).map((_, n) => subtract(counts[n] ?? zero, earlier[n] ?? zero));
  });
  const most = Math.max(...moves.map(({ length }) => length));
  return Array.from({ length: most }, (_, n) => moves.map((move) => move[n] ?? zero)).every((of) =>
    sumsOfSome(of).every(isSafe),
  );
}

/** What any of the numbers are together, but not all of them: how all have moved is for the figure itself to tell. */
function sumsOfSome(numbers: readonly Decimal[]): Decimal[] {
  let all = zero;
  let some: Decimal[] = [];
  for (const number of numbers) {
    some = [...new Set([...some, ...some.map((sum) => add(sum, number)), all])];
    all = add(all, number);
  }
  return some;
}

/**
 * What of an official figure, by itself, anyone may see, so that no count of one to four people can be told from all that is or was public.
 *
 * - Counts of people, and what is broken down, are shown for whole years alone: years share no report, so none is another's part.
 * - All counts of people in a figure are none or five and more, with what a ratio leaves over and what a range leaves to others.
 * - A later version shows only what has not moved, or moved by five or more, since every version that showed it.
 * - A breakdown is shown whole or not at all, and not where the figure itself is hidden, since its parts add up to it. Where the figure
 *   is no count of people, and so is shown for quarters too, more than one part has somebody in it: else a quarter's would be known.
 *
 * `earlier` are all versions of the figure that were published for the same area and time, withdrawn ones too.
 */
export function publicFigure(
  figure: Figure,
  indicator: Indicator,
  window: string,
  earlier: readonly PublicFigure[],
): PublicFigure {
  const wholeYear = parsePeriod(window)?.kind === 'year';
  const counts = countsOf(figure);
  const people = countsPeopleInAll(indicator);
  const safe =
    counts.every(isSafe) &&
    rangeIsSafe(figure.range) &&
    earlier.every((before) => before.hidden || movedSafely(counts, countsOf(before)));
  const hidden = people && (!wholeYear || !safe);
  const breakdowns: PublicFigure['breakdowns'] = {};
  for (const [dimension, breakdown] of Object.entries(figure.breakdowns)) {
    if (!wholeYear) continue;
    const inParts = countsPeople(indicator, dimension);
    const values = [...Object.values(breakdown.parts), breakdown.missing];
    const shown =
      !breakdown.suppressed &&
      !hidden &&
      (!inParts ||
        (values.every((value) => countsIn(value).every(isSafe) && rangeIsSafe(value)) &&
          (people || values.filter((value) => countsIn(value).some((count) => !isZero(count))).length > 1) &&
          earlier.every((before) => partsMovedSafely(breakdown, before.breakdowns[dimension]))));
    breakdowns[dimension] = shown ? breakdown : whollyHidden;
  }
  const { id, name, unit, kind, target, contributions, notApplicable, notYetKnown, leftOut } = figure;
  return {
    ...{ id, name, unit, kind, target, contributions, notApplicable, notYetKnown, leftOut },
    ...(hidden ? withoutValue(figure) : valueOf(figure)),
    // Of people it would be a count beside the count.
    carriedForward: people ? null : figure.carriedForward,
    breakdowns,
    hidden,
  };
}

/** Not even which parts there are: where a total of three has but one, that one is three. */
export const whollyHidden: BreakdownFigure = { parts: {}, missing: null, suppressed: true };

/** A figure that is measured, without any of its numbers. */
export const hiddenFigure = (figure: PublicFigure): PublicFigure => ({
  ...figure,
  ...withoutValue(figure),
  carriedForward: null,
  breakdowns: Object.fromEntries(Object.keys(figure.breakdowns).map((dimension) => [dimension, whollyHidden])),
  hidden: true,
});

/** The fields of a figure's value, each there as it was and empty. */
const withoutValue = ({ value, ratio, range }: Pick<Figure, 'value' | 'ratio' | 'range'>): Partial<PublicFigure> => ({
  ...(value === undefined ? {} : { value: null }),
  ...(ratio === undefined ? {} : { ratio: null }),
  ...(range === undefined ? {} : { range: null }),
});

const valueOf = ({ value, ratio, range, choices }: Figure): Partial<PublicFigure> => ({
  ...(value === undefined ? {} : { value }),
  ...(ratio === undefined ? {} : { ratio }),
  ...(range === undefined ? {} : { range }),
  ...(choices === undefined ? {} : { choices }),
});
