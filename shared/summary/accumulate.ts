import { add, largest, zero, type Decimal } from '../decimal.ts';

interface Range {
  sum: Decimal;
  max: Decimal;
}

/** Everything that cells say of one indicator in one group and native period, or of several taken together. */
export interface Gathered {
  agreed: number;
  agreedDimensions: Set<string>;
  answered: number;
  notApplicable: number;
  notYetKnown: number;
  value: Decimal;
  max: Decimal;
  numerator: Decimal;
  denominator: Decimal;
  choices: Record<string, number>;
  /** Period targets summed, and how many there are: none is not 0. */
  target: Decimal;
  targets: number;
  yearTarget: Decimal;
  yearTargets: number;
  /** Distinct targets of a ratio; the empty one stands for an agreement without. */
  ratioTargets: Set<string>;
  /** Fingerprint sums by period, each meaningful where one agreement asks. */
  agreementPrints: Set<Decimal>;
  severalAgreements: boolean;
  parts: Map<string, Map<string, Range>>;
  small: Set<string>;
}

export const nothing = (): Gathered => ({
  agreed: 0,
  agreedDimensions: new Set(),
  answered: 0,
  notApplicable: 0,
  notYetKnown: 0,
  value: zero,
  max: zero,
  numerator: zero,
  denominator: zero,
  choices: {},
  target: zero,
  targets: 0,
  yearTarget: zero,
  yearTargets: 0,
  ratioTargets: new Set(),
  agreementPrints: new Set(),
  severalAgreements: false,
  parts: new Map(),
  small: new Set(),
});

/** Takes a number of a totals cell (`v`, `n`, …) into what is gathered. */
export function takeTotal(into: Gathered, kind: string, detail: string, value: Decimal): void {
  switch (kind) {
    case 'x':
      into.agreed += Number(value);
      if (Number(value) > 1) into.severalAgreements = true;
      break;
    case 'xd':
      if (Number(value) > 0) into.agreedDimensions.add(detail);
      break;
    case 'n':
      into.answered += Number(value);
      break;
    case 'a':
      into.notApplicable += Number(value);
      break;
    case 'y':
      into.notYetKnown += Number(value);
      break;
    case 'v':
      into.value = add(into.value, value);
      break;
    case 'm':
      into.max = largest(into.max, value);
      break;
    case 'rn':
      into.numerator = add(into.numerator, value);
      break;
    case 'rd':
      into.denominator = add(into.denominator, value);
      break;
    case 'c':
      if (Number(value) > 0) into.choices[detail] = (into.choices[detail] ?? 0) + Number(value);
      break;
    case 't':
      into.target = add(into.target, value);
      break;
    case 'tn':
      into.targets += Number(value);
      break;
    case 'ty':
      into.yearTarget = add(into.yearTarget, value);
      break;
    case 'tyn':
      into.yearTargets += Number(value);
      break;
    case 'tr':
      if (Number(value) > 0) into.ratioTargets.add(detail);
      break;
    case 'id':
      if (value !== zero) into.agreementPrints.add(value);
      break;
  }
}

const partOf = (into: Gathered, dimension: string, part: string): Range => {
  const parts = into.parts.get(dimension) ?? new Map<string, Range>();
  into.parts.set(dimension, parts);
  const range = parts.get(part) ?? { sum: zero, max: zero };
  parts.set(part, range);
  return range;
};

export function takePart(into: Gathered, dimension: string, part: string, value: Decimal): void {
  const range = partOf(into, dimension, part);
  range.sum = add(range.sum, value);
}
export function takePartMax(into: Gathered, dimension: string, part: string, value: Decimal): void {
  const range = partOf(into, dimension, part);
  range.max = largest(range.max, value);
}

/** Several periods or areas as one: sums add, the largest stays the largest. */
export function together(all: Iterable<Gathered>): Gathered {
  const sum = nothing();
  for (const one of all) {
    sum.agreed += one.agreed;
    sum.answered += one.answered;
    sum.notApplicable += one.notApplicable;
    sum.notYetKnown += one.notYetKnown;
    sum.value = add(sum.value, one.value);
    sum.max = largest(sum.max, one.max);
    sum.numerator = add(sum.numerator, one.numerator);
    sum.denominator = add(sum.denominator, one.denominator);
    sum.target = add(sum.target, one.target);
    sum.targets += one.targets;
    sum.severalAgreements ||= one.severalAgreements;
    // The same year target stands in every period of the year; it counts once.
    if (sum.yearTargets === 0) {
      sum.yearTarget = one.yearTarget;
      sum.yearTargets = one.yearTargets;
    }
    for (const [choice, count] of Object.entries(one.choices)) sum.choices[choice] = (sum.choices[choice] ?? 0) + count;
    for (const dimension of one.agreedDimensions) sum.agreedDimensions.add(dimension);
    for (const target of one.ratioTargets) sum.ratioTargets.add(target);
    for (const print of one.agreementPrints) sum.agreementPrints.add(print);
    for (const dimension of one.small) sum.small.add(dimension);
    for (const [dimension, parts] of one.parts) {
      for (const [part, range] of parts) {
        takePart(sum, dimension, part, range.sum);
        takePartMax(sum, dimension, part, range.max);
      }
    }
  }
  return sum;
}
