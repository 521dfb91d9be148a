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
  return written(
    read(
      text
        .replaceAll(/[ \u00a0\u2009\u202f]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    ),
  );
}

/** A decimal as a whole number of its smallest units: `units / 10 ** scale`. */
interface Scaled {
  units: bigint;
  scale: number;
}

/** Throws on what is not a plain decimal: a fault of the program, since what people type goes through `parseDecimal`. */
function read(value: Decimal): Scaled {
  if (!readable.test(value)) throw new RangeError(`not a decimal: ${value.slice(0, MAX_TYPED_LENGTH)}`);
  const point = value.indexOf('.');
  if (point < 0) return { units: BigInt(value), scale: 0 };
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 };
}
const readable = /^-?\d+(?:\.\d+)?$/;

function written({ units, scale }: Scaled): Decimal {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction && '.'}${fraction}`;
}

const unitsAt = ({ units, scale }: Scaled, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);

/** Both in the smallest units of the finer one, put together by `combine`. */
function together<T>(a: Decimal, b: Decimal, combine: (a: bigint, b: bigint, scale: number) => T): T {
  const [first, second] = [read(a), read(b)];
  const scale = Math.max(first.scale, second.scale);
  return combine(unitsAt(first, scale), unitsAt(second, scale), scale);
}

/**
 * Whole numbers whose sum and difference JavaScript's own integers hold exactly, which nearly all in a summary are: several times
 * faster that way, and loading, approving and showing figures are mostly this.
 */
const areShortWhole = (a: Decimal, b: Decimal): boolean => shortWhole.test(a) && shortWhole.test(b);
const shortWhole = /^-?\d{1,15}$/;

export const zero: Decimal = '0';
export const add = (a: Decimal, b: Decimal): Decimal =>
  areShortWhole(a, b)
    ? String(Number(a) + Number(b))
    : together(a, b, (x, y, scale) => written({ units: x + y, scale }));
export const subtract = (a: Decimal, b: Decimal): Decimal =>
  areShortWhole(a, b)
    ? String(Number(a) - Number(b))
    : together(a, b, (x, y, scale) => written({ units: x - y, scale }));
export const multiply = (a: Decimal, b: Decimal): Decimal => {
  const [first, second] = [read(a), read(b)];
  return written({ units: first.units * second.units, scale: first.scale + second.scale });
};
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
};
/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compare = (a: Decimal, b: Decimal): number =>
  areShortWhole(a, b) ? Math.sign(Number(a) - Number(b)) : together(a, b, (x, y) => (x < y ? -1 : x > y ? 1 : 0));
export const isZero = (a: Decimal): boolean => a === zero || read(a).units === 0n;
export const largest = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);

/** `numerator / denominator × scale`, rounded half up to so many decimals; `undefined` when the denominator is zero. */
export function ratioValue(
  numerator: Decimal,
  denominator: Decimal,
  scale: Decimal,
  decimals: number,
): Decimal | undefined {
  if (isZero(denominator)) return undefined;
  const [over, under] = [read(multiply(numerator, scale)), read(denominator)];
  return roundedQuotient(over.units * 10n ** BigInt(under.scale), under.units * 10n ** BigInt(over.scale), decimals);
}

/** Rounds half up (away from zero at the half) to so many decimals. */
export const roundHalfUp = (value: Decimal, decimals: number): Decimal => {
  const { units, scale } = read(value);
  return roundedQuotient(units, 10n ** BigInt(scale), decimals);
};

/** `part / whole` in percent as a whole number; `undefined` when there is nothing to compare with. */
export const percentOf = (part: Decimal, whole: Decimal): Decimal | undefined => ratioValue(part, whole, '100', 0);

function roundedQuotient(over: bigint, under: bigint, decimals: number): Decimal {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const whole = (2n * size(over) * 10n ** BigInt(decimals) + size(under)) / (2n * size(under));
  return written({ units: over < 0n === under < 0n ? whole : -whole, scale: decimals });
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
