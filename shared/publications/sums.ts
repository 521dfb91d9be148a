import { add, compare, largest, ratioValue, zero, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { BreakdownFigure, PartValue } from '../summary/figures.ts';
import type { PublicFigure } from './publicFigure.ts';

/**
 * A strategic area's figures: the sums of what its focus areas have published, and of nothing else, so that a sum tells no more than
 * its terms, which are public. What is hidden in one area is hidden in the sum.
 */
export function sumsOf(
  areas: readonly (readonly PublicFigure[])[],
  indicators: ReadonlyMap<string, Indicator>,
): PublicFigure[] {
  const byId = Map.groupBy(areas.flat(), ({ id }) => id);
  return [...indicators].flatMap(([id, indicator]) => {
    const terms = byId.get(id) ?? [];
    return terms.length === 0 ? [] : [sumOf(terms, indicator)];
  });
}

const sum = (values: readonly (Decimal | null | undefined)[]): Decimal | null => {
  const known = values.filter((value) => value != null);
  return known.length === 0 ? null : known.reduce(add, zero);
};
const count = (terms: readonly PublicFigure[], of: 'contributions' | 'notApplicable' | 'notYetKnown' | 'leftOut') =>
  terms.reduce((all, term) => all + term[of], 0);

function sumOf(terms: readonly PublicFigure[], indicator: Indicator): PublicFigure {
  const hidden = terms.some((term) => term.hidden);
  const { id, name, unit, kind } = indicator;
  return {
    ...{ id, name, unit, kind },
    ...(hidden ? emptyValue(kind) : valueOf(terms, indicator)),
    target: targetOf(terms, indicator),
    contributions: count(terms, 'contributions'),
    notApplicable: count(terms, 'notApplicable'),
    notYetKnown: count(terms, 'notYetKnown'),
    leftOut: count(terms, 'leftOut'),
    carriedForward: hidden ? null : sum(terms.map(({ carriedForward }) => carriedForward)),
    breakdowns: hidden ? {} : breakdownsOf(terms),
    hidden,
  };
}

function emptyValue(kind: Indicator['kind']): Partial<PublicFigure> {
  if (kind === 'ratio') return { ratio: null };
  return kind === 'unique' ? { range: null } : { value: null };
}

function valueOf(terms: readonly PublicFigure[], indicator: Indicator): Partial<PublicFigure> {
  switch (indicator.kind) {
    case 'flow':
    case 'stock':
      return { value: sum(terms.map(({ value }) => value)) };
    case 'ratio': {
      const [numerator, denominator] = [
        sum(terms.map(({ ratio }) => ratio?.numerator)),
        sum(terms.map(({ ratio }) => ratio?.denominator)),
      ];
      if (numerator === null || denominator === null) return { ratio: null };
      const value = ratioValue(numerator, denominator, indicator.scale ?? '1', indicator.decimals) ?? null;
      return { ratio: { numerator, denominator, value } };
    }
    case 'unique': {
      const ranges = terms.flatMap(({ range }) => range ?? []);
      return { range: ranges.length === 0 ? null : together(ranges) };
    }
    case 'text': {
      const choices: Record<string, number> = {};
      for (const term of terms)
        for (const [choice, n] of Object.entries(term.choices ?? {})) choices[choice] = (choices[choice] ?? 0) + n;
      return { choices };
    }
  }
}

const together = (ranges: readonly { min: Decimal; max: Decimal }[]) => ({
  min: ranges.map(({ min }) => min).reduce(largest, zero),
  max: ranges.map(({ max }) => max).reduce(add, zero),
});

/** What adds up, where every area has a target; a ratio's only where all have the same. */
function targetOf(terms: readonly PublicFigure[], { kind }: Indicator): Decimal | null {
  const targets = terms.flatMap(({ target }) => target ?? []);
  if (targets.length < terms.length || kind === 'unique' || kind === 'text') return null;
  const [first = zero] = targets;
  if (kind === 'ratio') return targets.every((target) => compare(target, first) === 0) ? first : null;
  return sum(targets);
}

/** Breakdowns that every area with an answer has, hidden where one of them hides it. */
function breakdownsOf(terms: readonly PublicFigure[]): PublicFigure['breakdowns'] {
  const answered = terms.filter(({ contributions }) => contributions > 0);
  const dimensions = new Set(answered.flatMap(({ breakdowns }) => Object.keys(breakdowns)));
  const all: PublicFigure['breakdowns'] = {};
  for (const dimension of dimensions) {
    const given = answered.flatMap(({ breakdowns }) => breakdowns[dimension] ?? []);
    if (given.length === answered.length) all[dimension] = breakdownSum(given);
  }
  return all;
}

function breakdownSum(given: readonly BreakdownFigure[]): BreakdownFigure {
  const suppressed = given.some((one) => one.suppressed);
  const parts = [...new Set(given.flatMap((one) => Object.keys(one.parts)))];
  const partSum = (values: readonly (PartValue | undefined)[]): PartValue => {
    const known = values.filter((value) => value != null);
    const ranges = known.filter((value) => typeof value !== 'string');
    return ranges.length > 0 ? together(ranges) : sum(known.filter((value) => typeof value === 'string'));
  };
  if (suppressed) return { parts: {}, missing: null, suppressed };
  return {
    parts: Object.fromEntries(parts.map((part) => [part, partSum(given.map((one) => one.parts[part]))])),
    missing: partSum(given.map(({ missing }) => missing)),
    suppressed,
  };
}
