import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { commentLines, sendComment, withdrawComment } from '#lib/comments/comments.server.ts';
import { callApi } from '#lib/server/api.ts';
import { refuseForm, typedText, type RefusedForm } from '#lib/server/form.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { deviationTexts } from '#lib/report/deviationText.ts';
import { impactLines } from '#lib/report/impactText.ts';
import { loadReport, reportPath } from '#lib/report/load.server.ts';
import { reviewOrder } from '#lib/report/reviewOrder.ts';
import { DoneSchema, EventsSchema, ImpactSchema } from '#lib/report/schemas.server.ts';
import { eventText } from '#lib/report/eventText.ts';
import { remarksIn } from './remarks.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { language, me } = event.locals;
  const { report, etag, asked, names } = await loadReport(event, event.params);
  const address = `/rapporter/${report.agreementId}/${report.period}`;
  // Leaders read approved versions where everybody does; the region's own reporters write where reporters do.
  if (
    !me?.roles.includes('coordinator') ||
    (report.access === 'actor' && report.state !== 'submitted' && report.state !== 'approved')
  )
    redirect(303, address);
  const path = reportPath(event.params);
  const impact = report.state === 'submitted' ? await callApi(event, `${path}/impact`, { schema: ImpactSchema }) : null;
  return {
    report,
    etag,
    asked,
    names,
    comments: report.comments && commentLines(event, report.comments, report.people),
    order: reviewOrder(report, asked),
    deviations: deviationTexts(report, asked, language),
    impact: impact?.ok
      ? {
          area: impact.data.area.name,
          window: impact.data.window,
          lines: impactLines(impact.data, asked.indicators, language),
        }
      : null,
    /** One key for each rendered form: pressing twice has one effect. */
    key: crypto.randomUUID(),
  };
};

type Did = 'approve' | 'return' | 'take' | 'giveBack' | 'reopen' | 'extend' | 'comment' | 'withdraw';
/** What the page gets as `form`: after a refusal what was typed, and what somebody else did meanwhile. */
interface ReviewForm extends RefusedForm {
  did: Did;
  happened: string | null;
}

/** Refuses with everything typed, and says what somebody else did when that is what was in the way. */
async function refuse(
  event: RequestEvent,
  form: FormData,
  refusal: Refusal,
  did: Did,
): Promise<ActionFailure<ReviewForm>> {
  const { status, data } = refuseForm(event, form, refusal);
  const moved = status === 409 || status === 412;
  return fail(status, { ...data, did, happened: moved ? await latestEvent(event) : null });
}

async function latestEvent(event: RequestEvent): Promise<string | null> {
  const answer = await callApi(event, `${reportPath(event.params)}/events`, { schema: EventsSchema });
  const latest = answer.ok ? answer.data.items.at(-1) : undefined;
  if (!answer.ok || !latest) return null;
  const { language } = event.locals;
  const who = answer.data.people[latest.personId] ?? (language === 'sv' ? 'Någon' : 'Somebody');
  return eventText(latest, who, language);
}

/** Sends one decision. `done` is what the queue says afterwards. */
async function decide(
  event: RequestEvent,
  form: FormData,
  did: Did,
  path: string,
  body: Record<string, unknown>,
  done: string | null,
): Promise<ActionFailure<ReviewForm>> {
  const decided = await callApi(event, `${reportPath(event.params)}/${path}`, {
    method: 'POST',
    body: { version: Number(typedText(form, 'version')), ...body },
    idempotencyKey: typedText(form, 'key'),
    schema: DoneSchema,
  });
  if (!decided.ok) return refuse(event, form, decided, did);
  redirect(303, done === null ? event.url.pathname : `/granskning?klart=${done}`);
}

/** Takes the report or gives it back, and shows the page again with what was typed. */
async function hold(event: RequestEvent, did: 'take' | 'giveBack') {
  const form = await event.request.formData();
  const answer = await callApi(event, `${reportPath(event.params)}/reviewer`, {
    method: did === 'take' ? 'POST' : 'DELETE',
    ...(did === 'take' ? { body: {} } : {}),
    schema: DoneSchema,
  });
  if (!answer.ok) return refuse(event, form, answer, did);
  const typed = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  return { did, typed, code: 'ok', title: '', detail: '', errors: [], signedOut: false, happened: null };
}

const optional = (name: string, text: string): Record<string, string> => (text === '' ? {} : { [name]: text });

export const actions: Actions = {
  approve: async (event) => {
    const form = await event.request.formData();
    if (remarksIn(form).length > 0 || typedText(form, 'message') !== '') {
      const { language } = event.locals;
      const typed = Object.fromEntries(
        [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      );
      const detail =
        language === 'sv'
          ? 'Du har både skrivit till aktören och valt att godkänna. Ta bort det du skrivit, eller skicka tillbaka rapporten.'
          : 'You have both written to the actor and chosen to approve. Remove what you wrote, or return the report.';
      const title = language === 'sv' ? 'Godkänna eller skicka tillbaka?' : 'Approve or return?';
      return fail(422, {
        did: 'approve' as const,
        typed,
        code: 'bothWays',
        title,
        detail,
        errors: [],
        signedOut: false,
        happened: null,
      });
    }
    return decide(event, form, 'approve', 'approve', optional('note', typedText(form, 'note')), 'godkand');
  },

  return: async (event) => {
    const form = await event.request.formData();
    const body = {
      remarks: remarksIn(form),
      ...optional('message', typedText(form, 'message')),
      ...optional('answerBy', typedText(form, 'answerBy')),
    };
    return decide(event, form, 'return', 'return', body, 'tillbaka');
  },

  take: (event) => hold(event, 'take'),
  giveBack: (event) => hold(event, 'giveBack'),

  reopen: async (event) => {
    const form = await event.request.formData();
    const body = { reason: typedText(form, 'reason'), keepFigures: form.get('keepFigures') === 'on' };
    return decide(event, form, 'reopen', 'reopen', body, 'oppnad');
  },

  extend: async (event) => {
    const form = await event.request.formData();
    const extended = await callApi(event, `${reportPath(event.params)}/extend`, {
      method: 'POST',
      body: { until: typedText(form, 'until'), reason: typedText(form, 'reason') },
      ifMatch: typedText(form, 'etag'),
      idempotencyKey: typedText(form, 'key'),
      schema: DoneSchema,
    });
    if (!extended.ok) return refuse(event, form, extended, 'extend');
    redirect(303, '/granskning?klart=forlangd');
  },

  comment: async (event) => {
    const { form, refusal } = await sendComment(event, reportPath(event.params));
    return refuse(event, form, refusal, 'comment');
  },
  withdraw: async (event) => {
    const { form, refusal } = await withdrawComment(event, reportPath(event.params));
    return refuse(event, form, refusal, 'withdraw');
  },
};
