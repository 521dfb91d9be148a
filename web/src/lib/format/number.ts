import type { Decimal } from '@insatskollen/shared/decimal.ts';
import { HARD_SPACE, number, percent } from '@insatskollen/shared/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';

export { HARD_SPACE, number, percent };

/** A number with its unit: `212 företag`, `74 %`. The percent sign follows the language's manner. */
export const withUnit = (value: Decimal | number, unit: string, language: Language, decimals = 0): string =>
  unit === '%'
    ? percent(value, language, decimals)
    : number(value, language, decimals) + (unit ? HARD_SPACE + unit : '');

/** Chooses the word by the number: `plural(1, 'rapport', 'rapporter')`. */
const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** A number with its word: `1 rapport`, `18 rapporter`. */
export const counted = (count: number, one: string, many: string, language: Language): string =>
  number(count, language) + HARD_SPACE + plural(count, one, many);

/** Things in a row as a sentence lists them: `a, b och c`. */
export function listed(things: readonly string[], language: Language): string {
  const and = language === 'sv' ? ' och ' : ' and ';
  if (things.length < 2) return things[0] ?? '';
  return things.slice(0, -1).join(', ') + and + (things.at(-1) ?? '');
}
