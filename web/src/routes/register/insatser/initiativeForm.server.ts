import { z } from 'zod';
import { commitmentsFrom, ShownCommitmentSchema } from '#lib/commitments/form.server.ts';
import { commitmentTexts } from '#lib/commitments/texts.ts';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aBox, aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { baseOf } from '#lib/edit/send.server.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { registerTexts } from '../texts.ts';
import { initiativeFormTexts } from './formTexts.ts';

const BaseTimelineSchema = z.looseObject({}).catch({});

/** The initiative that a form describes; what the form does not ask for (where it stands in the plan) stays as it was. */
export function initiativeFrom(form: FormData): Thing {
  const { text, textOrNull, ticked, chosen, lines } = fieldsOf(form);
  const base = baseOf(form);
  return {
    ...base,
    title: text('title'),
    alternativeTitles: lines('alternativeTitles'),
    summary: textOrNull('summary'),
    lifecycle: text('lifecycle'),
    primaryFocusArea: text('primaryFocusArea'),
    alsoContributesTo: chosen('alsoContributesTo'),
    responsible: chosen('responsible'),
    responsibleUnits: chosen('responsibleUnits'),
    participants: lines('participants'),
    timeline: {
      ...BaseTimelineSchema.parse(base['timeline']),
      asWritten: textOrNull('timeline.asWritten'),
      start: textOrNull('timeline.start'),
      end: textOrNull('timeline.end'),
      ongoing: ticked('timeline.ongoing'),
      recurrence: textOrNull('timeline.recurrence') ?? undefined,
      note: textOrNull('timeline.note'),
    },
    quantifiedCommitments: commitmentsFrom(form, 'quantifiedCommitments'),
    result: textOrNull('result'),
    continuedIn: textOrNull('continuedIn'),
    partOf: textOrNull('partOf'),
    namedFunding: textOrNull('namedFunding'),
    placementNote: textOrNull('placementNote'),
    sourceNote: textOrNull('sourceNote'),
  };
}

const TimelineSchema = z.object({
  asWritten: aText,
  start: aText,
  end: aText,
  ongoing: aBox,
  recurrence: aText,
  note: aText,
});
const ShownSchema = z.object({
  title: aText,
  alternativeTitles: someTexts,
  summary: aText,
  lifecycle: aText,
  primaryFocusArea: aText,
  alsoContributesTo: someTexts,
  responsible: someTexts,
  responsibleUnits: someTexts,
  participants: someTexts,
  timeline: TimelineSchema.catch(TimelineSchema.parse({})),
  quantifiedCommitments: z.array(ShownCommitmentSchema).catch([]),
  result: aText,
  continuedIn: aText,
  partOf: aText,
  namedFunding: aText,
  placementNote: aText,
  sourceNote: aText,
});
export type ShownInitiative = z.infer<typeof ShownSchema>;

/** An initiative as the form shows it. */
export const showInitiative = (thing: Thing): ShownInitiative => ShownSchema.parse(thing);

/** What the form's lists choose from. */
export function choicesFor(
  library: Library,
  initiatives: readonly { id: string; title: string }[],
  shown: ShownInitiative,
  language: Language,
) {
  const areas = library.strategy.strategicAreas.flatMap(({ name: group, focusAreas }) =>
    focusAreas.map(({ id, name }) => ({ value: id, name, group })),
  );
  // What has ended is there only where it was chosen before.
  const actors = library.actors.filter(({ id, endedAt }) => endedAt == null || shown.responsible.includes(id));
  return {
    areas,
    actors: actors.map(({ id, name }) => ({ value: id, name })),
    units: actors.flatMap(({ id, name: group, units = [] }) =>
      units.map((unit) => ({ value: `${id}/${unit.id}`, name: unit.name, group })),
    ),
    initiatives: initiatives
      .map(({ id, title }) => ({ value: id, name: title }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
    indicators: library.indicators.map(({ id, name }) => ({ value: id, name: name[language] })),
    dimensions: library.dimensions.map(({ id, name }) => ({ value: id, name: name[language] })),
  };
}
export type InitiativeChoices = ReturnType<typeof choicesFor>;

/** How changes of an initiative are told. */
export function initiativeTelling(
  library: Library,
  initiatives: readonly { id: string; title: string }[],
  language: Language,
): Telling {
  const t = initiativeFormTexts[language];
  const { areas, actors, units, indicators, dimensions } = choicesFor(library, [], showInitiative({}), language);
  const names = new Map<string, string>([
    ...Object.entries(registerTexts[language].lifecycles),
    ...Object.entries(commitmentTexts[language].per),
    ...Object.entries(t.recurrences),
    ...Object.entries(t.fundings),
    ...[...areas, ...actors, ...units, ...indicators, ...dimensions].map(({ value, name }) => [value, name] as const),
    ...initiatives.map(({ id, title }) => [id, title] as const),
  ]);
  return { fields: t.fields, nameOf: (id) => names.get(id) };
}
