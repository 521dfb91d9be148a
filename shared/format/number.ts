import type { Decimal } from '../decimal.ts';

type Language = 'sv' | 'en';

/** A space that never breaks: between thousands, and between a number and its unit. */
export const HARD_SPACE = '\u00a0';
const MINUS = '\u2212';

/**
 * A decimal as people read it: `1 234,5` in Swedish, `1,234.5` in English, with a real minus sign. Works on the text, so that
 * nothing is rounded; `decimals` fills up with zeros, so that columns line up.
 */
export function number(value: Decimal | number, language: Language, decimals = 0): string {
  const text = String(value);
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, language === 'sv' ? HARD_SPACE : ',');
  const rest = fraction.padEnd(decimals, '0');
  const point = language === 'sv' ? ',' : '.';
  return (text.startsWith('-') ? MINUS : '') + grouped + (rest ? point + rest : '');
}

/** A percentage: `74 %` in Swedish, `74%` in English. */
export const percent = (value: Decimal | number, language: Language, decimals = 0): string =>
  number(value, language, decimals) + (language === 'sv' ? HARD_SPACE : '') + '%';

/** A number with its unit: `212 företag`, `74 %`. The percent sign follows the language's manner. */
export const withUnit = (value: Decimal | number, unit: string, language: Language, decimals = 0): string =>
  unit === '%'
    ? percent(value, language, decimals)
    : number(value, language, decimals) + (unit ? HARD_SPACE + unit : '');

/** Things in a row as a sentence lists them: `a, b och c`. */
export function listed(things: readonly string[], language: Language): string {
  const and = language === 'sv' ? ' och ' : ' and ';
  if (things.length < 2) return things[0] ?? '';
  return things.slice(0, -1).join(', ') + and + (things.at(-1) ?? '');
}
