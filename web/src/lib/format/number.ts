import { HARD_SPACE, number } from '@insatskollen/shared/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';

export { HARD_SPACE, listed, number, percent, withUnit } from '@insatskollen/shared/format/number.ts';

/** Chooses the word by the number: `plural(1, 'rapport', 'rapporter')`. */
const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** A number with its word: `1 rapport`, `18 rapporter`. */
export const counted = (count: number, one: string, many: string, language: Language): string =>
  number(count, language) + HARD_SPACE + plural(count, one, many);
