import { DecisionSchema } from '@insatskollen/shared/dialogues/decision.ts';
import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { decisionTexts } from './texts.ts';

/** A decision with the window that its figures were asked for. */
export const KeptDecisionSchema = DecisionSchema.extend({ from: z.string().nullable(), to: z.string().nullable() });
export type KeptDecision = z.infer<typeof KeptDecisionSchema>;

/** The decision that a form describes. */
export function decisionFrom(form: FormData): Thing {
  const { text, textOrNull, chosen } = fieldsOf(form);
  return {
    title: text('title'),
    day: text('day'),
    decidedBy: text('decidedBy'),
    text: textOrNull('text'),
    focusAreas: chosen('focusAreas'),
    actorIds: chosen('actorIds'),
    from: textOrNull('from'),
    to: textOrNull('to'),
  };
}

const ShownSchema = z.object({
  title: aText,
  day: aText,
  decidedBy: aText,
  text: aText,
  focusAreas: someTexts,
  actorIds: someTexts,
  from: aText,
  to: aText,
});
export type ShownDecision = z.infer<typeof ShownSchema>;

/** A decision as the form shows it. */
export const showDecision = (thing: Thing): ShownDecision => ShownSchema.parse(thing);

/** A decision without its figures, which no form changes. */
export const withoutFigures = (decision: KeptDecision): Omit<KeptDecision, 'figures'> & Thing =>
  KeptDecisionSchema.omit({ figures: true }).parse(decision);

/** What a form of decisions or lessons chooses from. */
export const choicesFor = ({ strategy, actors }: Library) => ({
  areas: strategy.strategicAreas.flatMap((area) =>
    area.focusAreas.map(({ id, name }) => ({ value: id, name, group: area.name })),
  ),
  actors: actors.map(({ id, shortName }) => ({ value: id, name: shortName })),
});

/** The names of areas and actors by id. */
export function namesIn(library: Library): ReadonlyMap<string, string> {
  const { areas, actors } = choicesFor(library);
  return new Map([...areas, ...actors].map(({ value, name }) => [value, name]));
}

/** How changes of decisions are told. */
export function decisionTelling(library: Library, language: Language): Telling {
  const names = namesIn(library);
  return { fields: decisionTexts[language].fields, nameOf: (id) => names.get(id) };
}
