import { addDays, stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { CalendarEntrySchema, type CalendarEntry } from '@insatskollen/shared/calendar/entry.ts';
import { icalendar } from '@insatskollen/shared/calendar/ical.ts';
import { aDay } from '@insatskollen/shared/oneLine.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, noStore, type Api } from '../http/endpoint.ts';
import { problem } from '../http/problem.ts';
import { limitByAddress } from '../people/authenticate.ts';
import { mountRecords } from '../records/routes.ts';
import { activities } from './activities.ts';
import { calendarOf } from './entries.ts';
import { endFeed, feedOf, makeFeed, personOfFeed } from './feed.ts';

const MOST_DAYS = 800;
/** What a feed shows: from this many days back to this many on. */
const FEED_DAYS = { back: 92, on: 550 };

const tooFar = { code: 'windowTooLong', en: `Ask for ${MOST_DAYS} days at most, the earlier day first.` };
const CalendarQuerySchema = z
  .object({ from: aDay, to: aDay })
  .refine(({ from, to }) => from <= to && to <= addDays(from, MOST_DAYS), {
    path: ['to'],
    params: tooFar,
    message: `Fråga efter högst ${MOST_DAYS} dagar, den tidigare dagen först.`,
  });
const FeedAnswerSchema = z.object({ createdAt: z.string().nullable() });
const NewFeedSchema = z.object({ address: z.string(), createdAt: z.string() });
const NoBodySchema = z.looseObject({});

/** The calendar of each person, what is entered in it, and their feed of it to other programs. */
export function mountCalendar(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/calendar',
      summary: 'What is to be in, answered, met about and done on some days, as far as it is the caller’s to know',
      action: 'calendar.read',
      query: CalendarQuerySchema,
      answer: z.object({ from: z.string(), to: z.string(), items: z.array(CalendarEntrySchema) }),
    },
    async (call) => {
      const { from, to } = call.query;
      const items = await calendarOf(deps, call.caller.person, { from, to, language: call.language });
      return call.json({ from, to, items });
    },
  );
  mountRecords(api, deps, activities);
  mountOwnFeed(api, deps);
  mountFeed(api, deps);
}

function mountOwnFeed(api: Api, deps: Deps): void {
  const path = '/me/calendar-feed';
  mount(
    api,
    deps,
    {
      method: 'get',
      path,
      summary: 'Whether the caller’s calendar has an address for calendar programs, and since when',
      action: 'self.read',
      answer: FeedAnswerSchema,
    },
    async (call) => call.json({ createdAt: (await feedOf(deps, call.caller.person.id))?.createdAt ?? null }),
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path,
      summary: 'Make a new address for calendar programs, shown this once; the one before ends',
      action: 'self.change',
      body: NoBodySchema,
      answer: NewFeedSchema,
      status: 201,
    },
    async (call) => {
      await call.readBody();
      const { secret, feed } = await makeFeed(deps, call.caller.person.id, call.language);
      // The secret is remembered nowhere, so neither is this answer: asked twice it makes two, of which the latter holds.
      const address = `${deps.settings.origin}/api/v1/calendar/${secret}.ics`;
      return call.json({ address, createdAt: feed.createdAt }, { status: 201 });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'delete',
      path,
      summary: 'End the address: it shows nothing from now on',
      action: 'self.change',
      answer: FeedAnswerSchema,
    },
    async (call) => {
      await call.readBody();
      await endFeed(deps, call.caller.person.id);
      return call.json({ createdAt: null });
    },
  );
}

/** The one address of the API that is its own credential: calendar programs cannot sign in. */
function mountFeed(api: Api, deps: Deps): void {
  api.use('/calendar/*', limitByAddress(deps));
  api.get('/calendar/:file{[\\w-]+\\.ics}', async (c) => {
    const found = await personOfFeed(deps, c.req.param('file').replace(/\.ics$/, ''));
    if (!found) return problem(c, 'notFound');
    const { person, language } = found;
    const now = deps.businessNow();
    const today = stockholmDay(now);
    const window = { from: addDays(today, -FEED_DAYS.back), to: addDays(today, FEED_DAYS.on) };
    const entries = await calendarOf(deps, person, { ...window, language });
    const name = 'Insatskollen';
    const text = icalendar(entries, { name, origin: deps.settings.origin, now, language, pathOf });
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="insatskollen.ics"',
    };
    return c.body(text, 200, { ...noStore, ...headers });
  });
}

/** Where an entry is read in the product. */
function pathOf(entry: CalendarEntry): string {
  switch (entry.kind) {
    case 'deadline':
    case 'answer':
      return `/rapporter/${entry.agreementId}/${entry.period}`;
    case 'dialogue':
      return `/dialoger/${entry.dialogueId}`;
    case 'activity':
      return `/kalender/aktiviteter/${entry.activityId}`;
  }
}
