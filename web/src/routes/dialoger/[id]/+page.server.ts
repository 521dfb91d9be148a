import { DialogueSchema, ActionSchema } from '@insatskollen/shared/dialogues/dialogue.ts';
import { EntrySchema } from '@insatskollen/shared/reports/answers.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { answerText, bareText, headingOf } from '@insatskollen/shared/reports/answerWords.ts';
import { DoneSchema } from '#lib/report/schemas.server.ts';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readInitiatives, readLibrary, readOne, type Library } from '#lib/server/register.ts';
import type { Language } from '#lib/i18n/language.ts';
import { dialogueTelling } from '../dialogueForm.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const AgendaSchema = z.object({
  reports: z.array(
    z.object({
      agreementId: z.string(),
      period: z.string(),
      initiativeId: z.string(),
      version: z.number(),
      figures: z.array(
        z.object({
          indicatorId: z.string(),
          entry: EntrySchema.nullable(),
          target: z.string().nullable(),
          deviates: z.boolean(),
          explanation: z.string().nullable(),
        }),
      ),
      remarks: z.array(z.object({ path: z.string(), text: z.string() })),
      texts: z.array(z.object({ questionId: z.string(), name: z.string(), text: z.string() })),
    }),
  ),
  actions: z.array(ActionSchema.extend({ dialogueId: z.string(), day: z.string(), actorId: z.string() })),
});
type Agenda = z.infer<typeof AgendaSchema>;

/** One dialogue: its agenda, notes, and what was agreed. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const { language, me } = event.locals;
  const path = `/dialogues/${encodeURIComponent(id)}`;
  const [dialogue, agenda, library, initiatives] = await Promise.all([
    readOne(event, 'dialogues', id, DialogueSchema),
    callApi(event, `/api/v1${path}/agenda`, { schema: AgendaSchema }),
    readLibrary(event),
    readInitiatives(event),
  ]);
  const titles = new Map(initiatives.map(({ id: of, title }) => [of, title]));
  const { reports, actions } = orRefuse(event, agenda);
  return {
    dialogue,
    actor: library.actors.find((one) => one.id === dialogue.actorId)?.shortName ?? dialogue.actorId,
    mayChange: mayChangeRegister(event),
    /** Whose actions the visitor may say are done. */
    follows: {
      actor: mayChangeRegister(event) || (me?.actorIds.includes(dialogue.actorId) ?? false),
      region: mayChangeRegister(event),
    },
    saved: event.url.searchParams.has('sparat'),
    key: crypto.randomUUID(),
    reports: reports.map((report) => ({
      href: `/rapporter/${report.agreementId}/${report.period}`,
      period: report.period,
      initiative: titles.get(report.initiativeId) ?? report.initiativeId,
      isIn: report.version > 0,
      figures: figuresIn(report, library, language),
      remarks: report.remarks.map(({ path: at, text }) => ({ name: nameOf(at, library, language), text })),
      texts: report.texts,
    })),
    fromLast: actions,
    history: await readHistory(event, path, dialogueTelling(library, language)),
  };
};

function figuresIn({ figures }: Agenda['reports'][number], { indicators }: Library, language: Language) {
  return figures.flatMap(({ indicatorId, entry, target, deviates, explanation }) => {
    const indicator = indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return [];
    return [
      {
        id: indicatorId,
        name: headingOf(indicator, language),
        value: answerText(entry, indicator, language),
        target: target === null ? '' : bareText(target, indicator, language),
        deviates,
        explanation,
      },
    ];
  });
}

/** What a path into a report is about. */
function nameOf(path: string, { indicators, questions }: Library, language: Language): string {
  const [, id] = path.split('.');
  const indicator = indicators.find((one) => one.id === id);
  return indicator?.name[language] ?? questions.find((one) => one.id === id)?.name ?? path;
}

/** Sends something about an action and shows the dialogue again, or says what was wrong beside what was typed. */
async function sendAction(event: RequestEvent, form: FormData, of: 'POST' | 'PUT', n: string, body: object) {
  const path = `/api/v1/dialogues/${encodeURIComponent(event.params.id)}/actions`;
  const answer = await callApi(event, n === '' ? path : `${path}/${encodeURIComponent(n)}`, {
    method: of,
    body,
    ifMatch: `"${typedText(form, 'version')}"`,
    idempotencyKey: typedText(form, 'key'),
    schema: DoneSchema,
  });
  if (answer.ok) redirect(303, `${event.url.pathname}?sparat#overenskommet`);
  const { status, data } = refuseForm(event, form, answer);
  return fail(status, { ...data, n });
}

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const { text } = fieldsOf(form);
    const body = { text: text('text'), side: text('side'), owner: text('owner'), due: text('due') };
    return sendAction(event, form, 'POST', '', body);
  },
  follow: async (event) => {
    const form = await event.request.formData();
    const { text, textOrNull, ticked } = fieldsOf(form);
    const done = ticked('done') ? text('doneBefore') || dayOf(event.locals.now) : null;
    return sendAction(event, form, 'PUT', text('n'), { done, comment: textOrNull('comment') });
  },
};
