import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { dateTime } from '#lib/format/date.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { analysisTexts } from './texts.ts';

/** The analysis that a form describes. */
export function analysisFrom(form: FormData): Thing {
  const { text, textOrNull, chosen } = fieldsOf(form);
  return {
    title: text('title'),
    publisher: text('publisher'),
    day: text('day'),
    url: textOrNull('url'),
    keptAt: textOrNull('keptAt'),
    summary: text('summary'),
    meaning: textOrNull('meaning'),
    focusAreas: chosen('focusAreas'),
    rusPriorities: chosen('rusPriorities'),
    audience: text('audience') || undefined,
  };
}

const ShownSchema = z.object({
  title: aText,
  publisher: aText,
  day: aText,
  url: aText,
  keptAt: aText,
  summary: aText,
  meaning: aText,
  focusAreas: someTexts,
  rusPriorities: someTexts,
  audience: aText,
});
export type ShownAnalysis = z.infer<typeof ShownSchema>;

/** An analysis as the form shows it. */
export const showAnalysis = (thing: Thing): ShownAnalysis => ShownSchema.parse(thing);

/** What an analysis may be about. */
export const choicesFor = ({ strategy }: Library) => ({
  areas: strategy.strategicAreas.flatMap((area) =>
    area.focusAreas.map(({ id, name }) => ({ value: id, name, group: area.name })),
  ),
  priorities: strategy.rusPriorities.map(({ id, name }) => ({ value: id, name })),
});
export type AnalysisChoices = ReturnType<typeof choicesFor>;

/** The names of areas and priorities by id. */
export const namesIn = ({ areas, priorities }: AnalysisChoices): ReadonlyMap<string, string> =>
  new Map([...areas, ...priorities].map(({ value, name }) => [value, name]));

/** How changes of analyses are told. */
export function analysisTelling(choices: AnalysisChoices, language: Language): Telling {
  const { fields, audiences } = analysisTexts[language];
  const names = new Map([...namesIn(choices), ...Object.entries(audiences)]);
  const instant = (text: string) => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? dateTime(text, language) : undefined);
  return { fields, nameOf: (id) => names.get(id) ?? instant(id) };
}
