import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { date } from '#lib/format/date.ts';
import { periodName } from '#lib/format/period.ts';
import type { AnswersPatch } from '@insatskollen/shared/reports/answers.ts';
import { commentLines, sendComment, withdrawComment } from '#lib/comments/comments.server.ts';
import { callApi } from '#lib/server/api.ts';
import { refuseForm, typedText, type RefusedForm } from '#lib/server/form.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { idOf } from '#lib/report/entries.ts';
import { headOf } from '#lib/report/head.server.ts';
import { loadReport, readReport, reportPath } from '#lib/report/load.server.ts';
import { memoryOf } from '#lib/report/memory.server.ts';
import { remarkOf } from '#lib/report/remarkAnswer.ts';
import { DoneSchema } from '#lib/report/schemas.server.ts';
import { conflictsIn, readSentForm, type SentConflict } from '#lib/report/sentForm.server.ts';
import { stepFrom } from '#lib/report/steps.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { report, etag, asked, names, withheld } = await loadReport(event, event.params);
  const { language, me, now } = event.locals;
  const { period, previous } = report;
  const writes = report.allowed.includes('saveDraft');
  const last = previous.at(-1);
  return {
    report,
    etag,
    asked,
    withheld,
    /** What is only shown comes as words, so that the browser needs no code for it. */
    head: headOf(report, names, now, language),
    memories: writes
      ? Object.fromEntries(asked.indicators.map((of) => [of.indicator.id, memoryOf(of, period, previous, language)]))
      : {},
    submitOpens: date(report.submitOpensAt, language),
    lastReport: last
      ? { href: `/rapporter/${last.agreementId}/${last.period}`, period: periodName(last.period, language) }
      : null,
    writes,
    writingIn: language,
    /** Review said something, or somebody else wrote in the same field as the form that was sent. */
    needsLateParts: report.state === 'returned' || report.remarks.length > 0 || event.locals.conflicted,
    personId: me?.id ?? '',
    /** Coordinators read them where they review. */
    ...(report.access === 'approvedOnly' && report.comments
      ? { comments: commentLines(event, report.comments, report.people) }
      : {}),
    /** One key for each rendered form: pressing twice has one effect. */
    key: crypto.randomUUID(),
  };
};

type Did = 'save' | 'submit' | 'recall' | 'requestReopen' | 'comment' | 'withdraw';
/** What the page gets as `form`. */
interface RefusedReport extends RefusedForm {
  did: Did;
  /** Paths that the writer had changed: what they typed there is shown again, elsewhere what the server has now. */
  touched: string[];
  conflicts: SentConflict[];
  people: Record<string, string>;
}

function refuse(
  event: RequestEvent,
  form: FormData,
  refusal: Refusal,
  did: Did,
  touched: string[] = [],
): ActionFailure<RefusedReport> {
  const found = conflictsIn(refusal);
  event.locals.conflicted = found.conflicts.length > 0;
  const { status, data } = refuseForm(event, form, refusal);
  return fail(status, { ...data, did, touched, ...found });
}

export const actions: Actions = {
  /** A step of the form sent without script: saves what was changed in it, then goes where the pressed button leads. */
  save: async (event) => {
    const form = await event.request.formData();
    const loaded = await readReport(event, event.params);
    if (!loaded.ok) return refuse(event, form, loaded, 'save');
    const { asked, report } = loaded.data;
    const sent = readSentForm(form, asked, report.remarks, event.locals.language);
    const refusal =
      (await saveEntries(event, sent.patch, typedText(form, 'etag'))) ?? (await saveTicks(event, sent.ticks));
    if (refusal) return refuse(event, form, refusal, 'save', sent.touched);
    const to = typedText(form, 'to');
    const step = stepFrom(to === '' ? event.url.searchParams.get('steg') : to);
    redirect(303, `${event.url.pathname}?steg=${step}`);
  },

  submit: async (event) => {
    const form = await event.request.formData();
    const submitted = await callApi(event, `${reportPath(event.params)}/submit`, {
      method: 'POST',
      body: {},
      ifMatch: typedText(form, 'etag'),
      idempotencyKey: typedText(form, 'key'),
      schema: DoneSchema,
    });
    if (!submitted.ok) return refuse(event, form, submitted, 'submit');
    redirect(303, `${event.url.pathname}/kvitto`);
  },

  recall: async (event) => {
    const form = await event.request.formData();
    const recalled = await callApi(event, `${reportPath(event.params)}/recall`, {
      method: 'POST',
      body: {},
      ifMatch: typedText(form, 'etag'),
      idempotencyKey: typedText(form, 'key'),
      schema: DoneSchema,
    });
    if (!recalled.ok) return refuse(event, form, recalled, 'recall');
    redirect(303, event.url.pathname);
  },

  requestReopen: async (event) => {
    const form = await event.request.formData();
    const asked = await callApi(event, `${reportPath(event.params)}/request-reopen`, {
      method: 'POST',
      body: { reason: typedText(form, 'reason') },
      idempotencyKey: typedText(form, 'key'),
      schema: DoneSchema,
    });
    if (!asked.ok) return refuse(event, form, asked, 'requestReopen');
    redirect(303, event.url.pathname);
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

async function saveEntries(event: RequestEvent, patch: AnswersPatch, etag: string): Promise<Refusal | undefined> {
  if (Object.keys({ ...patch.values, ...patch.texts }).length === 0) return undefined;
  const saved = await callApi(event, `${reportPath(event.params)}/draft`, {
    method: 'PATCH',
    body: { answers: patch },
    ifMatch: etag,
    schema: DoneSchema,
  });
  return saved.ok ? undefined : saved;
}

async function saveTicks(
  event: RequestEvent,
  ticks: readonly { path: string; text: string }[],
): Promise<Refusal | undefined> {
  for (const { path, text } of ticks) {
    const { resolved, answer } = remarkOf(text);
    const ticked = await callApi(event, `${reportPath(event.params)}/remarks/${encodeURIComponent(idOf(path))}`, {
      method: 'PUT',
      body: { resolved, ...(answer === '' ? {} : { answer }) },
      schema: DoneSchema,
    });
    if (!ticked.ok) return ticked;
  }
  return undefined;
}
