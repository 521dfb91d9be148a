import { slugOf } from '@insatskollen/shared/slug.ts';
import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aBox, aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { baseOf } from '#lib/edit/send.server.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { actorTexts } from './texts.ts';

/** The actor that a form describes; what the form does not ask for stays as it was. */
export function actorFrom(form: FormData): Thing {
  const { text, textOrNull, ticked, lines, rows } = fieldsOf(form);
  const units = rows('units').flatMap((n) => {
    const name = text(`units.${n}.name`);
    const shortName = text(`units.${n}.shortName`) || name;
    if (shortName === '') return [];
    return [{ id: text(`units.${n}.id`) || slugOf(shortName, 'enhet'), name: name || shortName, shortName }];
  });
  return {
    ...baseOf(form),
    name: text('name'),
    shortName: text('shortName') || text('name'),
    kind: text('kind'),
    nameToConfirm: ticked('nameToConfirm'),
    kindToConfirm: ticked('kindToConfirm') || undefined,
    aliases: lines('aliases'),
    municipality: textOrNull('municipality') ?? undefined,
    units,
    note: textOrNull('note'),
    endedAt: textOrNull('endedAt'),
  };
}

const ShownSchema = z.object({
  name: aText,
  shortName: aText,
  kind: aText,
  nameToConfirm: aBox,
  kindToConfirm: aBox,
  aliases: someTexts,
  municipality: aText,
  units: z.array(z.object({ id: aText, name: aText, shortName: aText })).catch([]),
  note: aText,
  endedAt: aText,
});
export type ShownActor = z.infer<typeof ShownSchema>;

/** An actor as the form shows it. */
export const showActor = (thing: Thing): ShownActor => ShownSchema.parse(thing);

/** The municipalities to choose from: their codes and names. */
export const municipalitiesIn = ({ dimensions }: Library, language: Language) =>
  (dimensions.find(({ id }) => id === 'municipality')?.parts ?? []).map(({ id, name }) => ({
    value: id,
    name: name[language],
  }));

/** How changes of an actor are told. */
export function actorTelling(library: Library, language: Language): Telling {
  const t = actorTexts[language];
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const municipalities = new Map(municipalitiesIn(library, language).map(({ value, name }) => [value, name]));
  return { fields: t.fields, nameOf: (id) => kinds[id] ?? municipalities.get(id) };
}
