import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { ApiEvent } from '#lib/server/api.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { lessonTexts } from './texts.ts';

/** The lesson that a form describes. */
export function lessonFrom(form: FormData): Thing {
  const { text, textOrNull, chosen } = fieldsOf(form);
  return {
    title: text('title'),
    text: text('text'),
    focusAreas: chosen('focusAreas'),
    initiativeId: textOrNull('initiativeId'),
    actorId: textOrNull('actorId'),
  };
}

const ShownSchema = z.object({
  title: aText,
  text: aText,
  focusAreas: someTexts,
  initiativeId: aText,
  actorId: aText,
});
export type ShownLesson = z.infer<typeof ShownSchema>;

/** A lesson as the form shows it. */
export const showLesson = (thing: Thing): ShownLesson => ShownSchema.parse(thing);

/** What the form chooses from, and how changes are told. */
export async function lessonChoices(event: ApiEvent) {
  const [{ strategy, actors }, initiatives] = await Promise.all([readLibrary(event), readInitiatives(event)]);
  return {
    areas: strategy.strategicAreas.flatMap((area) =>
      area.focusAreas.map(({ id, name }) => ({ value: id, name, group: area.name })),
    ),
    actors: actors.map(({ id, shortName }) => ({ value: id, name: shortName })),
    initiatives: initiatives
      .map(({ id, title }) => ({ value: id, name: title }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
  };
}
export type LessonChoices = Awaited<ReturnType<typeof lessonChoices>>;

export function lessonTelling(choices: LessonChoices, language: Language): Telling {
  const names = new Map(
    [...choices.areas, ...choices.actors, ...choices.initiatives].map(({ value, name }) => [value, name]),
  );
  return { fields: lessonTexts[language].fields, nameOf: (id) => names.get(id) };
}
