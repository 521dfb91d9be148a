import { pastNumbers, type EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import type { Language } from '#lib/i18n/language.ts';
import { bareText } from '@insatskollen/shared/reports/answerWords.ts';
import type { AskedIndicator } from './asked.ts';

/** What a number is compared with, in words: `mål 45`, `förra perioden 38`, `i fjol 41`. */
export function comparedWith(
  of: AskedIndicator,
  period: string,
  previous: readonly EarlierReport[],
  language: Language,
): string[] {
  const words =
    language === 'sv'
      ? { target: 'mål', previous: 'förra perioden', sameLastYear: 'samma period i fjol' }
      : { target: 'target', previous: 'previous period', sameLastYear: 'same period last year' };
  const past = pastNumbers(of.indicator, period, previous);
  return [
    { name: words.target, value: of.target ?? undefined },
    { name: words.previous, value: past.previous },
    { name: words.sameLastYear, value: past.sameLastYear },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [`${name} ${bareText(value, of.indicator, language)}`]));
}
