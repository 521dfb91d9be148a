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
