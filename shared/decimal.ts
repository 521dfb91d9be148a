import Big from 'big.js';

/**
 * Exact decimals from the keyboard to the sum. In JSON and between functions a decimal is a string in canonical form
 * (`"1234.5"`: no plus, no leading or trailing zeros); nothing here is ever rounded as binary floating point is.
 */
export type Decimal = string;

const MAX_TYPED_LENGTH = 60;
const plain = /^[-−]?\d+(?:[.,]\d+)?$/;
/** Thousands in groups of three, parted by a space of any kind that a keyboard or a spreadsheet gives. */
const grouped = /^[-−]?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?$/;

/** Reads a number as typed in Swedish (`1 234,5`) or plainly (`1234.5`); `undefined` when it cannot be read for certain. */
export function parseDecimal(typed: string): Decimal | undefined {
  const text = typed.trim();
  if (text.length > MAX_TYPED_LENGTH || !(plain.test(text) || grouped.test(text))) return undefined;
  return canonical(
    new Big(
      text
        .replaceAll(/[ \u00a0\u2009\u202f]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    ),
  );
}

const canonical = (value: Big): Decimal => {
  const text = value.toFixed();
  return text === '-0' ? '0' : text;
};

/**
 * Whole numbers whose sum and difference JavaScript's own integers hold exactly, which nearly all in a summary are: several times
 * faster that way, and loading, approving and showing figures are mostly this.
 */
const areShortWhole = (a: Decimal, b: Decimal): boolean => shortWhole.test(a) && shortWhole.test(b);
const shortWhole = /^-?\d{1,15}$/;

export const zero: Decimal = '0';
export const add = (a: Decimal, b: Decimal): Decimal =>
  areShortWhole(a, b) ? String(Number(a) + Number(b)) : canonical(new Big(a).plus(b));
export const subtract = (a: Decimal, b: Decimal): Decimal =>
  areShortWhole(a, b) ? String(Number(a) - Number(b)) : canonical(new Big(a).minus(b));
export const multiply = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).times(b));
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = new Big(0);
  for (const value of values) total = total.plus(value);
  return canonical(total);
};
/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compare = (a: Decimal, b: Decimal): number =>
  areShortWhole(a, b) ? Math.sign(Number(a) - Number(b)) : new Big(a).cmp(b);
export const isZero = (a: Decimal): boolean => a === zero || new Big(a).eq(0);
export const largest = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);

/** `numerator / denominator × scale`, rounded half up to so many decimals; `undefined` when the denominator is zero. */
export function ratioValue(
  numerator: Decimal,
  denominator: Decimal,
  scale: Decimal,
  decimals: number,
): Decimal | undefined {
  if (isZero(denominator)) return undefined;
  return roundedQuotient(new Big(numerator).times(scale), new Big(denominator), decimals);
}

/** Rounds half up (away from zero at the half) to so many decimals. */
export const roundHalfUp = (value: Decimal, decimals: number): Decimal =>
  canonical(new Big(value).round(decimals, Big.roundHalfUp));

/** `part / whole` in percent as a whole number; `undefined` when there is nothing to compare with. */
export const percentOf = (part: Decimal, whole: Decimal): Decimal | undefined => ratioValue(part, whole, '100', 0);

function roundedQuotient(dividend: Big, divisor: Big, decimals: number): Decimal {
  const exact = Big();
  exact.DP = decimals;
  exact.RM = Big.roundHalfUp;
  return canonical(exact(dividend).div(divisor));
}

export interface DecimalLimits {
  /** How many decimals the indicator is given with. */
  decimals: number;
  negative?: boolean;
}

/** What is wrong with a readable number, if anything: at most 15 digits before the point, no more decimals than asked for. */
export function decimalFault(
  value: Decimal,
  limits: DecimalLimits,
): 'tooManyDigits' | 'tooManyDecimals' | 'negative' | undefined {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  if (whole.length > 15) return 'tooManyDigits';
  if (fraction.length > limits.decimals) return 'tooManyDecimals';
  if (value.startsWith('-') && !limits.negative) return 'negative';
  return undefined;
}
