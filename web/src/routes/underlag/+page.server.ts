import { can } from '@insatskollen/shared/people/permissions.ts';
import { DialogueSchema } from '@insatskollen/shared/dialogues/dialogue.ts';
import { packFormats, packKinds, packStates } from '@insatskollen/shared/packs/kinds.ts';
import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { callApi, orRefuse } from '#lib/server/api.ts';
import type { Language } from '#lib/i18n/language.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import type { Fault } from '#lib/server/refusal.ts';
import { readInitiatives, readLibrary, tryAll } from '#lib/server/register.ts';
import { choices, chosenFrom, dayBefore, PERIOD } from '#lib/summary/chosen.ts';
import type { Actions, PageServerLoad } from './$types';
import { packTexts } from './texts.ts';

const count = z.number();
const PackSchema = z.object({
  id: z.string(),
  kind: z.enum(packKinds),
  language: z.enum(['sv', 'en']),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  askedAt: z.string(),
  dialogue: z.object({ id: z.string(), actor: z.string(), day: z.string() }).nullable(),
  expiresAt: z.string(),
  state: z.enum(packStates),
  progress: z.object({ done: count, total: count }),
  formats: z.array(z.enum(packFormats)),
  failure: z.enum(['gone', 'fault']).nullable(),
});
const ReportSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  actorId: z.string(),
  initiativeId: z.string(),
});
const PackListSchema = z.object({ items: z.array(PackSchema) });
export type Pack = z.infer<typeof PackSchema>;

/** Names of what is chosen beforehand, in the address, beside those of all pages of figures. */
const DIALOGUE = 'dialog';
const TO = 'till';

export const load: PageServerLoad = async (event) => {
  const { now, me, language } = event.locals;
  const mayTalk = me !== null && can({ ...me, active: true }, 'dialogue.change');
  const [library, dialogues, reports, initiatives, packs] = await Promise.all([
    readLibrary(event),
    mayTalk ? tryAll(event, '/api/v1/dialogues', {}, DialogueSchema) : null,
    mayTalk ? tryAll(event, '/api/v1/reports', { state: 'approved' }, ReportSchema) : null,
    mayTalk ? readInitiatives(event) : null,
    callApi(event, '/api/v1/packs', { schema: PackListSchema }),
  ]);
  const query = event.url.searchParams;
  const { period: from, asOf } = chosenFrom(query, now, []);
  const periods = choices(now);
  const titles = new Map(initiatives?.map(({ id, title }) => [id, title]));
  return {
    packs: orRefuse(event, packs).items,
    mayMake: me !== null && can({ ...me, active: true }, 'pack.make'),
    key: crypto.randomUUID(),
    chosen: {
      ...{ from, asOf, language },
      to: periods.find(({ id }) => id === query.get(TO))?.id ?? '',
      dialogue: mayTalk ? (query.get(DIALOGUE) ?? '') : '',
    },
    kinds: packKinds.filter((kind) => kind !== 'dialogue' || mayTalk),
    dialogues: dialogues
      ? orRefuse(event, dialogues)
          .filter(({ cancelled }) => !cancelled)
          .map(({ id, actorId, day }) => ({
            id,
            day,
            actor: library.actors.find((actor) => actor.id === actorId)?.shortName ?? actorId,
          }))
      : [],
    reports: reports
      ? orRefuse(event, reports).map(({ agreementId, period, actorId, initiativeId }) => ({
          value: `${agreementId} ${period}`,
          actor: library.actors.find((actor) => actor.id === actorId)?.shortName ?? actorId,
          initiative: titles.get(initiativeId) ?? initiativeId,
          period,
        }))
      : [],
    periods,
    lastDay: dayBefore(now),
    areas: library.strategy.strategicAreas.flatMap(({ name, focusAreas }) =>
      focusAreas.map((focus) => ({ value: focus.id, name: focus.name, group: name })),
    ),
  };
};

/** The quotes that are filled in; what is wrong with them is said by where they stand among these. */
const quotesIn = (fields: ReturnType<typeof fieldsOf>) =>
  fields.rows('quotes').flatMap((n) => {
    const [agreementId = '', period = ''] = fields.text(`quotes.${n}.report`).split(' ');
    const text = fields.text(`quotes.${n}.text`);
    return text === '' ? [] : [{ agreementId, period, text }];
  });

/** Times in the wrong order are told where they were chosen, as lists have them. */
const toldIn =
  (language: Language) =>
  (fault: Fault): Fault =>
    fault.code === 'notAWindow' ? { ...fault, path: 'to', message: packTexts[language].wrongOrder } : fault;

export const actions: Actions = {
  make: async (event) => {
    const form = await event.request.formData();
    const fields = fieldsOf(form);
    const from = fields.text('from');
    // Only the one where no other is chosen.
    const to = fields.text('to') || from;
    const kind = fields.text('kind');
    const answer = await callApi(event, '/api/v1/packs', {
      method: 'POST',
      idempotencyKey: typedText(form, 'key'),
      body: {
        kind,
        ...(kind === 'dialogue' ? { dialogue: fields.text('dialogue') } : {}),
        language: fields.text('language'),
        ...{ from, to },
        ...(fields.text('asOf') === '' ? {} : { asOf: fields.text('asOf') }),
        areas: fields.chosen('areas'),
        figures: fields.text('figures'),
        assessments: fields.ticked('assessments'),
        appendix: fields.ticked('appendix'),
        quotes: quotesIn(fields),
      },
      schema: PackSchema,
    });
    if (!answer.ok)
      return refuseForm(event, form, { ...answer, errors: answer.errors.map(toldIn(event.locals.language)) });
    // To the list, so that the page can be fetched again without asking for another.
    const query = new URLSearchParams({ [PERIOD]: from, ...(to === from ? {} : { [TO]: to }) });
    redirect(303, `/underlag?${query.toString()}#${answer.data.id}`);
  },
  retry: async (event) => {
    const id = typedText(await event.request.formData(), 'id');
    const answer = await callApi(event, `/api/v1/packs/${encodeURIComponent(id)}/retry`, {
      method: 'POST',
      body: {},
      schema: PackSchema,
    });
    // Where it is under way already, the list says so.
    if (!answer.ok && answer.status !== 409) error(answer.status, { message: answer.detail, code: answer.code });
    redirect(303, `/underlag#${id}`);
  },
};
