import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { ReportPageSchema, type ReportItem } from '#lib/report/schemas.server.ts';
import { currentPeriods, filtersFrom, periodChoices, type Filters } from './filters.ts';
import type { PageServerLoad } from './$types';

/** Reports on a page of the queue. */
const LIMIT = '30';

/** What waits for review, oldest first, and what is late or has to be looked at elsewhere. */
export const load: PageServerLoad = async (event) => {
  const filters = filtersFrom(event.url.searchParams);
  const { now } = event.locals;
  const periods = filters.period === '' ? currentPeriods(now) : [filters.period];
  const [library, initiatives, queue, requested, ...others] = await Promise.all([
    readLibrary(event),
    readInitiatives(event),
    reports(event, filters, {
      state: 'submitted',
      limit: LIMIT,
      ...(filters.cursor ? { cursor: filters.cursor } : {}),
    }),
    filters.cursor ? nothing : reports(event, filters, { reopenRequested: 'true', limit: '200' }),
    ...(filters.cursor ? [] : periods).map((period) => reports(event, { ...filters, period }, { limit: '200' })),
  ]);
  const titles = new Map(initiatives.map(({ id, title }) => [id, title]));
  const actors = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  const people = Object.fromEntries([queue, requested, ...others].flatMap((page) => Object.entries(page.people)));
  const named = (report: ReportItem) => ({
    ...report,
    actor: actors.get(report.actorId) ?? report.actorId,
    initiative: titles.get(report.initiativeId) ?? report.initiativeId,
    holder: report.reviewer && { id: report.reviewer.personId, name: nameIn(people, report.reviewer.personId) },
  });
  const elsewhere = others.flatMap((page) => page.items).map(named);
  return {
    filters,
    periods: periodChoices(now),
    areas: library.strategy.strategicAreas.map(({ name, focusAreas }) => ({
      name,
      focusAreas: focusAreas.map(({ id, name: area }) => ({ id, name: area })),
    })),
    actors: library.actors.map(({ id, shortName }) => ({ id, name: shortName })),
    queue: queue.items.map(named).toSorted((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? '')),
    nextCursor: queue.nextCursor,
    seenPeriods: periods,
    /** Of every period: an actor waits for an answer. */
    asked: requested.items.map(named),
    late: elsewhere.filter(({ late }) => late).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
    waiting: elsewhere.filter(({ state, late }) => state === 'returned' && !late),
    /** What was just decided, to be said once. */
    done: event.url.searchParams.get('klart'),
  };
};

const nothing = { items: [], people: {} };
const nameIn = (people: Readonly<Record<string, string>>, id: string): string | null => people[id] ?? null;

async function reports(event: ApiEvent, filters: Filters, wanted: Record<string, string>) {
  const { focusArea, actor, period } = filters;
  const given = Object.entries({ focusArea, actor, period }).filter(([, value]) => value !== '');
  const query = new URLSearchParams({ ...Object.fromEntries(given), ...wanted });
  return orRefuse(event, await callApi(event, `/api/v1/reports?${query.toString()}`, { schema: ReportPageSchema }));
}
