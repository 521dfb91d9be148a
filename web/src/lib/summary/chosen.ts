import { addDays, dayHasPassed, isDay, type Day } from '@insatskollen/shared/calendar/days.ts';
import { passedShare as passedOf } from '@insatskollen/shared/charts/passed.ts';
import { parsePeriod, period, periodsInside } from '@insatskollen/shared/calendar/periods.ts';
import type { Role } from '@insatskollen/shared/people/person.ts';
import { dayOf } from '#lib/format/date.ts';

/** What a page of figures is asked for; all of it is in the page's address. */
export interface Chosen {
  /** The window, as a period of any length. */
  period: string;
  /** Submitted reports counted too. Coordinators only, and never together with an earlier day. */
  preview: boolean;
  /** The day whose end the figures are seen from; `null` is now. */
  asOf: Day | null;
}

/** Names of the choices in the address. */
export const PERIOD = 'period';
export const PREVIEW = 'forhandsvisning';
export const AS_OF = 'dag';

const FIRST_DAY = '2022-01-01';

/** Reads the choices from an address. What is not a choice, or not the visitor's to make, is as if not there. */
export function chosenFrom(query: URLSearchParams, now: string, roles: readonly Role[]): Chosen {
  const wanted = query.get(PERIOD) ?? '';
  const day = query.get(AS_OF) ?? '';
  const asOf = isDay(day) && day >= FIRST_DAY && dayHasPassed(day, new Date(now)) ? day : null;
  return {
    period: isWindow(wanted) ? wanted : dayOf(now).slice(0, 4),
    preview: asOf === null && query.get(PREVIEW) === 'ja' && roles.includes('coordinator'),
    asOf,
  };
}

const isWindow = (id: string): boolean => {
  const known = parsePeriod(id);
  return known !== undefined && known.kind !== 'schoolYear' && known.start >= FIRST_DAY;
};

/** The windows to choose from: this year and the two before, each with its halves and quarters, the latest year first. */
export function choices(now: string): { id: string; year: string }[] {
  const year = Number(dayOf(now).slice(0, 4));
  return [year, year - 1, year - 2].flatMap((one) => {
    const inside = periodsInside(period(String(one)), ['half', 'quarter']).toSorted((a, b) => a.id.localeCompare(b.id));
    return [String(one), ...inside.map(({ id }) => id)].map((id) => ({ id, year: String(one) }));
  });
}

/** The choices as the end of an address, without those that need not be said; empty or with its question mark. */
export function asQuery({ period: id, preview, asOf }: Chosen): string {
  const query = new URLSearchParams({ [PERIOD]: id });
  if (preview) query.set(PREVIEW, 'ja');
  if (asOf !== null) query.set(AS_OF, asOf);
  return `?${query.toString()}`;
}

/** The day that the figures are seen from. */
export const seenFrom = ({ asOf }: Pick<Chosen, 'asOf'>, now: string): Day => asOf ?? dayOf(now);

/** How much of the window has passed at the day it is seen from, 0–1. */
export const passedShare = (chosen: Chosen, now: string): number =>
  passedOf(period(chosen.period), seenFrom(chosen, now));

/** The day before a day: the latest that can be chosen. */
export const dayBefore = (moment: string): Day => addDays(dayOf(moment), -1);
