import { NumberValue } from '@aws-sdk/lib-dynamodb';
import type { Decimal } from '@insatskollen/shared/decimal.ts';
import type { Item } from './client.ts';

/** An exact decimal as the table's number, and back: never through binary floating point. */
export const toNumber = (value: Decimal): NumberValue => NumberValue.from(value);

/** Stored things as they were before storing: their few whole numbers (a table of the plan, an order) are plain again. */
export function withPlainNumbers(stored: unknown): unknown {
  if (stored instanceof NumberValue) return Number(stored.value);
  if (Array.isArray(stored)) return stored.map(withPlainNumbers);
  if (typeof stored !== 'object' || stored === null) return stored;
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, withPlainNumbers(value)]));
}

const notNumbers = new Set(['pk', 'sk', 'revision']);

/** The numbers of a summary cell by name, without its keys and revision. */
export function numbersOf(item: Item): Record<string, Decimal> {
  const numbers: Record<string, Decimal> = {};
  for (const [name, value] of Object.entries(item))
    if (!notNumbers.has(name)) numbers[name] = canonicalDecimal(String(value));
  return numbers;
}

/** A number as it stands in JSON, or as the engine answers it (`1E+2`, `5.0`), in canonical form. */
export function canonicalDecimal(text: string): Decimal {
  if (/^-?\d+$/.test(text)) return text;
  if (/^-?\d+\.\d*[1-9]$/.test(text)) return text;
  return parseExponent(text);
}

function parseExponent(text: string): Decimal {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(at).replace(/0+$/, '');
  return integer === '0' && rest === '' ? '0' : `${sign}${integer}${rest ? `.${rest}` : ''}`;
}
