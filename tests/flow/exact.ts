/** Exact decimals as whole numbers of a fixed tiny unit: another way than the product's, to hold its sums against. */
const DIGITS = 12;
const ONE = 10n ** BigInt(DIGITS);

/** Reads a canonical decimal; anything else is a fault of whoever wrote it. */
export function exact(text: string): bigint {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text) || text === '-0') throw new Error(`not canonical: ${text}`);
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  return text.startsWith('-') ? -size : size;
}

/** Writes it back in canonical form. */
export function written(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % ONE)
    .padStart(DIGITS, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

export const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
export const greatest = (values: readonly bigint[]): bigint =>
  values.reduce((most, value) => (value > most ? value : most));

/** `numerator / denominator × scale` for what is not negative, rounded half up to so many decimals. */
export function quotient(numerator: bigint, denominator: bigint, scale: string, decimals: number): string {
  const unit = 10n ** BigInt(decimals);
  const top = numerator * exact(scale) * unit;
  const bottom = denominator * ONE;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return written((rounded * ONE) / unit);
}
