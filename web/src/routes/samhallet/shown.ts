import { compare, roundHalfUp, type Decimal } from '@insatskollen/shared/decimal.ts';
import type { Latest } from '@insatskollen/shared/societal/lines.ts';
import { number, withUnit } from '#lib/format/number.ts';
import type { Bilingual, Language } from '#lib/i18n/language.ts';
import { societyTexts } from './texts.ts';

/** What a number of society is shown with. */
export interface Measure {
  unit: Bilingual<string>;
  decimals: number;
}

/** A value with so many decimals as its indicator has, without its unit. */
export const plainAmount = (value: Decimal, { decimals }: Measure, language: Language): string =>
  number(roundHalfUp(value, decimals), language, decimals);

/** A value with its unit, where that is read after a number (`7,6 %`); an index or a rank stands alone, and its unit is said beside. */
export const amount = (value: Decimal, measure: Measure, language: Language): string =>
  isShare(measure)
    ? withUnit(roundHalfUp(value, measure.decimals), '%', language, measure.decimals)
    : plainAmount(value, measure, language);

/** The unit that `amount` leaves out. */
export const unitBeside = (measure: Measure, language: Language): string =>
  isShare(measure) ? '' : measure.unit[language];

const isShare = ({ unit }: Measure): boolean => unit.sv === '%';

/** How the latest value differs from the year before, in words; why it cannot be said where it cannot. */
export function changeText({ period, change }: Latest, measure: Measure, language: Language): string {
  const t = societyTexts[language];
  const before = String(Number(period) - 1);
  if (change === 'broken') return t.broken(before);
  if (change === 'unknown') return t.noneBefore(before);
  const by = roundHalfUp(change.by, measure.decimals);
  if (compare(by, '0') === 0) return t.same(before);
  const signed = (compare(by, '0') > 0 ? '+' : '') + number(by, language, measure.decimals);
  const share = change.percent === undefined || isShare(measure) ? '' : ` (${withUnit(change.percent, '%', language)})`;
  return t.since(`${signed}${isShare(measure) ? ` ${t.points}` : ''}${share}`, before);
}
