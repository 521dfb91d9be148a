import { period, periodsInside } from '@insatskollen/shared/calendar/periods.ts';
import { dayOf } from '#lib/format/date.ts';

/** What the queue is filtered by; all of it is in the address. */
export interface Filters {
  focusArea: string;
  actor: string;
  period: string;
  cursor: string;
}

/** Names of the filters in the address. */
export const names = { focusArea: 'omrade', actor: 'aktor', period: 'period', cursor: 'fran' } as const;

export const filtersFrom = (query: URLSearchParams): Filters => ({
  focusArea: query.get(names.focusArea) ?? '',
  actor: query.get(names.actor) ?? '',
  period: query.get(names.period) ?? '',
  cursor: query.get(names.cursor) ?? '',
});

/** Periods that can have reports by now: those that have begun, of this year and the two before, the latest first. */
export function periodChoices(now: string): string[] {
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  return [year, year - 1, year - 2]
    .flatMap((one) => periodsInside(period(String(one))))
    .filter(({ start }) => start <= today)
    .toSorted((a, b) => b.end.localeCompare(a.end) || b.start.localeCompare(a.start))
    .map(({ id }) => id);
}

/** The periods whose reports are being sent in now: of each length the latest one that has ended. */
export function currentPeriods(now: string): string[] {
  const today = dayOf(now);
  const ended = periodChoices(now)
    .map(period)
    .filter(({ end }) => end < today);
  return (['quarter', 'half'] as const).flatMap((kind) => ended.find((one) => one.kind === kind)?.id ?? []);
}

/** The address of the queue with these filters. */
export function queueAddress(filters: Partial<Filters>): string {
  const query = new URLSearchParams();
  for (const key of ['focusArea', 'actor', 'period', 'cursor'] as const) {
    const value = filters[key];
    if (value) query.set(names[key], value);
  }
  const text = query.toString();
  return text === '' ? '/granskning' : `/granskning?${text}`;
}
