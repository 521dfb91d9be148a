import { decimalFault } from '@insatskollen/shared/decimal.ts';
import type { Fault } from '@insatskollen/shared/refusals.ts';
import type { Geography, SocietalIndicator } from '@insatskollen/shared/societal/indicator.ts';
import { lastSign } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { cellKey, type Cell } from '@insatskollen/shared/societal/value.ts';
import { notAYear, type Fetched, type Verdict } from './schemas.ts';
import type { StoredSocietal } from './stored.ts';
import { signsOf } from './verdicts.ts';

const MOST_DECIMALS = 6;
const FIRST_YEAR = 1900;
const texts = {
  unknownSeries: { sv: 'Serien finns inte för den här indikatorn.', en: 'The indicator has no such series.' },
  workedOut: {
    sv: 'Serien räknas ut av två andra. För in dem i stället.',
    en: 'The series is worked out of two others. Enter those instead.',
  },
  unknownPlace: { sv: 'Indikatorn mäts inte där.', en: 'The indicator is not measured there.' },
  notAYear,
  afterUntil: { sv: 'Indikatorn följs inte så sent.', en: 'The indicator is not followed that late.' },
  notByGender: { sv: 'Indikatorn delas inte upp på kön.', en: 'The indicator is not divided by gender.' },
  tooManyDigits: { sv: 'Talet är för stort.', en: 'The number is too large.' },
  tooManyDecimals: { sv: `Högst ${MOST_DECIMALS} decimaler.`, en: `At most ${MOST_DECIMALS} decimals.` },
  negative: { sv: 'Talet kan inte vara negativt.', en: 'The number cannot be negative.' },
  twice: { sv: 'Samma plats, år och kön står två gånger.', en: 'The same place, year and gender stand twice.' },
  itself: { sv: 'En indikator kan inte ersätta sig själv.', en: 'An indicator cannot replace itself.' },
  unknownIndicator: { sv: 'Indikatorn finns inte.', en: 'There is no such indicator.' },
  notSuspected: {
    sv: 'Källan har sagt något nytt, eller någon har redan avgjort det. Läs igen.',
    en: 'The source has said something new, or somebody has judged it already. Read again.',
  },
  replacedWithoutEnd: {
    sv: 'Skriv det sista året när en annan indikator tar över.',
    en: 'Write the last year when another indicator takes over.',
  },
};
const faultIn =
  (language: 'sv' | 'en') =>
  (path: string, code: keyof typeof texts): Fault => ({ path, code, message: texts[code][language] });

const isYearUntil = (year: number, text: string): boolean =>
  /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= year;

/** Everything wrong with values that somebody enters. `year` is that of today. */
export function enteringFaults(
  values: readonly (Cell & { value: string | null })[],
  indicator: SocietalIndicator,
  { places, year, language }: { places: readonly Geography[]; year: number; language: 'sv' | 'en' },
): Fault[] {
  const fault = faultIn(language);
  const seen = new Set<string>();
  return values.flatMap((value, n) => {
    const at = `values.${n}`;
    const series = indicator.series.find(({ id }) => id === value.series);
    const wrong =
      value.value === null ? undefined : decimalFault(value.value, { decimals: MOST_DECIMALS, negative: true });
    const isYear = isYearUntil(year, value.period);
    const twice = seen.has(cellKey(value));
    seen.add(cellKey(value));
    return [
      ...(series ? [] : [fault(`${at}.series`, 'unknownSeries')]),
      ...(series?.source.type === 'quotient' ? [fault(`${at}.series`, 'workedOut')] : []),
      ...(places.some(({ id }) => id === value.geography) ? [] : [fault(`${at}.geography`, 'unknownPlace')]),
      ...(isYear ? [] : [fault(`${at}.period`, 'notAYear')]),
      ...(isYear && indicator.until !== null && value.period > indicator.until
        ? [fault(`${at}.period`, 'afterUntil')]
        : []),
      ...(value.gender === 'total' || indicator.dividedByGender ? [] : [fault(`${at}.gender`, 'notByGender')]),
      ...(wrong ? [fault(`${at}.value`, wrong)] : []),
      ...(twice ? [fault(at, 'twice')] : []),
    ];
  });
}

/** Everything wrong with taking an indicator out of the set. */
export function retiringFaults(
  { until, replacedBy }: { until: string | null; replacedBy: string | null },
  { id }: SocietalIndicator,
  all: readonly { content: SocietalIndicator }[],
  language: 'sv' | 'en',
): Fault[] {
  const fault = faultIn(language);
  if (replacedBy === null) return [];
  return [
    ...(replacedBy === id ? [fault('replacedBy', 'itself')] : []),
    ...(all.some(({ content }) => content.id === replacedBy) ? [] : [fault('replacedBy', 'unknownIndicator')]),
    ...(until === null ? [fault('until', 'replacedWithoutEnd')] : []),
  ];
}

/** Everything wrong with judging whether series have broken. `year` is that of today. */
export function verdictFaults(
  verdicts: Readonly<Record<string, Verdict>>,
  stored: Pick<StoredSocietal, 'judged'>,
  { fetches, year, language }: { fetches: readonly Fetched[]; year: number; language: 'sv' | 'en' },
): Fault[] {
  const fault = faultIn(language);
  return Object.entries(verdicts).flatMap(([series, verdict]) => [
    // What nobody has seen is not judged: a fetch may have come between.
    ...(lastSign(signsOf(series, fetches, stored)) === verdict.seen
      ? []
      : [fault(`verdicts.${series}.is`, 'notSuspected')]),
    ...(verdict.is === 'same' || isYearUntil(year, verdict.from) ? [] : [fault(`verdicts.${series}.from`, 'notAYear')]),
  ]);
}
