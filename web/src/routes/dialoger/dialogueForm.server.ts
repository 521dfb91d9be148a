import { DialogueContentSchema, DialogueSchema, type Dialogue } from '@insatskollen/shared/dialogues/dialogue.ts';
import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aBox, aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { capital, periodName } from '#lib/format/period.ts';
import type { Language } from '#lib/i18n/language.ts';
import { ReportItemSchema } from '#lib/report/schemas.server.ts';
import { orRefuse, type ApiEvent } from '#lib/server/api.ts';
import { readInitiatives, tryAll, type Library } from '#lib/server/register.ts';
import { dialogueTexts } from './texts.ts';

/** Between an agreement and a period in the value of a box. */
const BETWEEN = ' ';
const valueOf = (of: { agreementId: string; period: string }) => `${of.agreementId}${BETWEEN}${of.period}`;

/** The dialogue that a form describes. */
export function dialogueFrom(form: FormData): Thing {
  const { text, textOrNull, ticked, lines, chosen } = fieldsOf(form);
  return {
    actorId: text('actorId'),
    day: text('day'),
    time: textOrNull('time'),
    endTime: textOrNull('endTime'),
    place: textOrNull('place'),
    people: lines('people'),
    reports: chosen('reports').map((value) => {
      const [agreementId = '', period = ''] = value.split(BETWEEN);
      return { agreementId, period };
    }),
    notes: textOrNull('notes'),
    cancelled: ticked('cancelled'),
  };
}

const ShownSchema = z.object({
  actorId: aText,
  day: aText,
  time: aText,
  endTime: aText,
  place: aText,
  people: someTexts,
  reports: DialogueContentSchema.shape.reports.catch([]).transform((all) => all.map(valueOf)),
  notes: aText,
  cancelled: aBox,
});
export type ShownDialogue = z.infer<typeof ShownSchema>;

/** A dialogue as the form shows it. */
export const showDialogue = (thing: Thing): ShownDialogue => ShownSchema.parse(thing);

/** A dialogue without what is changed elsewhere: its agreed actions. */
export const withoutActions = (dialogue: Dialogue): Omit<Dialogue, 'actions'> & Thing =>
  DialogueSchema.omit({ actions: true }).parse(dialogue);

/** How changes of dialogues are told. */
export function dialogueTelling({ actors }: Library, language: Language): Telling {
  const names = new Map(actors.map(({ id, shortName }) => [id, shortName]));
  const { fields, action } = dialogueTexts[language];
  return { fields, nameOf: (id) => names.get(id) ?? Object.entries(action.sides).find(([side]) => side === id)?.[1] };
}

/** The reports of an actor to talk about, the latest period first. */
export async function reportChoices(event: ApiEvent, actorId: string): Promise<{ value: string; name: string }[]> {
  const { language, now } = event.locals;
  const [reports, initiatives] = await Promise.all([
    tryAll(event, '/api/v1/reports', { actor: actorId }, ReportItemSchema),
    readInitiatives(event),
  ]);
  const titles = new Map(initiatives.map(({ id, title }) => [id, title]));
  return orRefuse(event, reports)
    .filter(({ draftOpensAt }) => Date.parse(draftOpensAt) <= Date.parse(now))
    .toSorted((a, b) => b.periodEnd.localeCompare(a.periodEnd))
    .slice(0, 24)
    .map((report) => ({
      value: valueOf(report),
      name: `${capital(periodName(report.period, language))}: ${titles.get(report.initiativeId) ?? report.initiativeId}`,
    }));
}
