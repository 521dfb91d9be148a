import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aBox, aNumber, aText } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import type { Language } from '#lib/i18n/language.ts';
import { activityTexts } from './texts.ts';

/** The activity that a form describes. */
export function activityFrom(form: FormData): Thing {
  const { text, textOrNull, ticked } = fieldsOf(form);
  const years = text('everyYears');
  return {
    title: text('title'),
    kind: text('kind') || undefined,
    starts: text('starts'),
    ends: textOrNull('ends'),
    time: textOrNull('time'),
    endTime: textOrNull('endTime'),
    place: textOrNull('place'),
    description: textOrNull('description'),
    everyYears: /^\d+$/.test(years) ? Number(years) : years === '' ? 0 : years,
    until: textOrNull('until'),
    audience: text('audience') || undefined,
    cancelled: ticked('cancelled'),
  };
}

const ShownSchema = z.object({
  title: aText,
  kind: aText,
  starts: aText,
  ends: aText,
  time: aText,
  endTime: aText,
  place: aText,
  description: aText,
  everyYears: aNumber,
  until: aText,
  audience: aText,
  cancelled: aBox,
});
export type ShownActivity = z.infer<typeof ShownSchema>;

/** An activity as the form shows it. */
export const showActivity = (thing: Thing): ShownActivity => ShownSchema.parse(thing);

/** How changes of activities are told. */
export function activityTelling(language: Language): Telling {
  const { fields, kinds, audiences } = activityTexts[language];
  const names = new Map(Object.entries({ ...kinds, ...audiences }));
  return { fields, nameOf: (id) => names.get(id) };
}
