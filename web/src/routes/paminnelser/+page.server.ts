import { fail, redirect } from '@sveltejs/kit';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { periodChoices } from '../granskning/filters.ts';
import type { Actions, PageServerLoad } from './$types';
import { LettersSchema, UpcomingSchema } from './upcoming.server.ts';

/** Who will be reminded of what and when, and who is late. For coordinators, as the API has it. */
export const load: PageServerLoad = async (event) => {
  const period = event.url.searchParams.get('period') ?? '';
  const query = period === '' ? '' : `?period=${encodeURIComponent(period)}`;
  const [answer, library, initiatives] = await Promise.all([
    callApi(event, `/api/v1/notices/upcoming${query}`, { schema: UpcomingSchema }),
    readLibrary(event),
    readInitiatives(event),
  ]);
  const { until, items, people } = orRefuse(event, answer);
  const titles = new Map(initiatives.map(({ id, title }) => [id, title]));
  const actors = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  const reports = items.map(({ personIds, ...report }) => ({
    ...report,
    key: `${report.agreementId}/${report.period}`,
    awaitedBy: report.state === 'returned' ? (report.answerBy ?? report.dueAt) : report.dueAt,
    actor: actors.get(report.actorId) ?? report.actorId,
    initiative: titles.get(report.initiativeId) ?? report.initiativeId,
    people: personIds.flatMap((id) => people[id] ?? []),
  }));
  const byDay = Map.groupBy(
    reports.filter(({ days }) => days.length > 0),
    ({ days: [first = ''] }) => first,
  );
  return {
    period,
    periods: periodChoices(event.locals.now),
    until,
    key: crypto.randomUUID(),
    late: reports.filter(({ late }) => late),
    /** Each report once, by the next day that somebody is reminded of it. */
    byDay: [...byDay].map(([day, its]) => ({ day, reports: its })).toSorted((a, b) => a.day.localeCompare(b.day)),
    quiet: reports.filter((report) => !report.late && report.days.length === 0),
    reminded: Object.keys(people).length,
    sent: Number(event.url.searchParams.get('skickat') ?? '0'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const chosen = form.getAll('reports').map(String);
    const answer = await callApi(event, '/api/v1/notices/letters', {
      method: 'POST',
      body: {
        subject: typedText(form, 'subject'),
        text: typedText(form, 'text'),
        reports: chosen.map((key) => {
          const [agreementId = '', period = ''] = key.split('/');
          return { agreementId, period };
        }),
      },
      schema: LettersSchema,
      idempotencyKey: typedText(form, 'key'),
    });
    if (answer.ok) redirect(303, `/paminnelser?skickat=${answer.data.items.length}`);
    const { status, data } = refuseForm(event, form, answer);
    return fail(status, { ...data, chosen });
  },
};
