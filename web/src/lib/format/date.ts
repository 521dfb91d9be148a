import { isDay, stockholmDay, stockholmOffsetHours, type Day } from '@insatskollen/shared/calendar/days.ts';
import { dayInWords, daysFrom } from '@insatskollen/shared/calendar/inWords.ts';
import type { Language } from '#lib/i18n/language.ts';
import { counted, HARD_SPACE } from './number.ts';

/** The Swedish day of an instant; a day is its own. */
export const dayOf = (moment: string): Day => (isDay(moment) ? moment : stockholmDay(new Date(moment)));

/** A day, or the day of an instant, in words: `20 oktober 2026`, `20 October 2026`. */
export const date = (moment: string, language: Language): string => dayInWords(dayOf(moment), language);

/** As `date`, without the year when it is that of `now`: `20 oktober`. */
export const dateNear = (moment: string, now: string, language: Language): string =>
  dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4) ? date(moment, language).slice(0, -5) : date(moment, language);

/** The time of day of an instant in Sweden: `15.30`, in English `15:30`. */
export function time(instant: string, language: Language): string {
  const at = new Date(instant);
  const local = new Date(at.getTime() + stockholmOffsetHours(at) * 3_600_000).toISOString();
  return local.slice(11, 16).replace(':', language === 'sv' ? '.' : ':');
}

/** Day and time of an instant: `20 oktober 2026 kl. 15.30`, `20 October 2026, 15:30`. */
export const dateTime = (instant: string, language: Language): string =>
  date(instant, language) + (language === 'sv' ? ' kl.' + HARD_SPACE : ', ') + time(instant, language);

/** Whole days from the day of one moment to that of another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => daysFrom(dayOf(from), dayOf(to));

/** How far off a day is, seen from now: `i dag`, `i morgon`, `om 6 dagar`, `för 3 dagar sedan`. */
export function fromNow(moment: string, now: string, language: Language): string {
  const days = daysBetween(now, moment);
  const near = {
    sv: new Map([
      [-1, 'i går'],
      [0, 'i dag'],
      [1, 'i morgon'],
    ]),
    en: new Map([
      [-1, 'yesterday'],
      [0, 'today'],
      [1, 'tomorrow'],
    ]),
  }[language].get(days);
  if (near) return near;
  if (language === 'en')
    return days > 0 ? `in ${counted(days, 'day', 'days', 'en')}` : `${counted(-days, 'day', 'days', 'en')} ago`;
  return days > 0 ? `om ${counted(days, 'dag', 'dagar', 'sv')}` : `för ${counted(-days, 'dag', 'dagar', 'sv')} sedan`;
}
