import { CalendarEntrySchema } from '@insatskollen/shared/calendar/entry.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { linesOf } from '#lib/calendar/lines.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { callApi, orRefuse } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

const CalendarSchema = z.object({ items: z.array(CalendarEntrySchema) });
const FeedSchema = z.object({ createdAt: z.string().nullable() });
const NewFeedSchema = FeedSchema.extend({ address: z.string() });
const views = ['lista', 'manad', 'arshjul'] as const;

/** A year of the calendar, as a list, a month of it, or the whole as a wheel. */
export const load: PageServerLoad = async (event) => {
  const { now, language } = event.locals;
  const query = event.url.searchParams;
  const today = dayOf(now);
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(query.get('ar'));
  const year = Number.isInteger(asked) && asked >= 2020 && asked <= 2099 ? asked : thisYear;
  const month = Number(query.get('manad'));
  const [calendar, feed] = await Promise.all([
    callApi(event, `/api/v1/calendar?from=${year}-01-01&to=${year}-12-31`, { schema: CalendarSchema }),
    callApi(event, '/api/v1/me/calendar-feed', { schema: FeedSchema }),
  ]);
  return {
    today,
    year,
    years: [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, year])].toSorted((a, b) => a - b),
    month:
      Number.isInteger(month) && month >= 1 && month <= 12 ? month : year === thisYear ? Number(today.slice(5, 7)) : 1,
    view: views.find((one) => one === query.get('vy')) ?? 'lista',
    lines: linesOf(orRefuse(event, calendar).items, language),
    feedSince: feed.ok ? feed.data.createdAt : null,
    mayChange: mayChangeRegister(event),
  };
};

export const actions: Actions = {
  feed: async (event) => {
    const made = await callApi(event, '/api/v1/me/calendar-feed', { method: 'POST', body: {}, schema: NewFeedSchema });
    return made.ok
      ? { address: made.data.address, detail: null }
      : fail(made.status, { address: null, detail: made.detail });
  },
  endFeed: async (event) => {
    const ended = await callApi(event, '/api/v1/me/calendar-feed', { method: 'DELETE', schema: FeedSchema });
    return ended.ok ? { address: null, detail: null } : fail(ended.status, { address: null, detail: ended.detail });
  },
};
