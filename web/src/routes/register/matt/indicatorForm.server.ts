import { slugOf } from '@insatskollen/shared/slug.ts';
import { z } from 'zod';
import { fieldsOf, type Fields } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aBox, aNumber, aText, bothLanguages, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { baseOf } from '#lib/edit/send.server.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { registerTexts } from '../texts.ts';
import { indicatorFormTexts } from './formTexts.ts';
import { indicatorTexts } from './texts.ts';

const inBoth = ({ text, textOrNull }: Fields, name: string) => ({
  sv: text(`${name}.sv`),
  en: textOrNull(`${name}.en`) ?? undefined,
});
/** A description that may be missing altogether. */
const described = ({ textOrNull }: Fields, name: string) => {
  const sv = textOrNull(`${name}.sv`);
  return sv === null ? undefined : { sv };
};

/** The indicator that a form describes; what the form does not ask for stays as it was. */
export function indicatorFrom(form: FormData): Thing {
  const fields = fieldsOf(form);
  const { text, textOrNull, ticked, chosen, rows, decimalOrNull } = fields;
  const options = rows('options').flatMap((n) => {
    const name = inBoth(fields, `options.${n}.name`);
    return name.sv === '' ? [] : [{ id: text(`options.${n}.id`) || slugOf(name.sv, 'svar'), name }];
  });
  const plausible = { min: decimalOrNull('plausible.min'), max: decimalOrNull('plausible.max') };
  return {
    ...baseOf(form),
    name: inBoth(fields, 'name'),
    unit: inBoth(fields, 'unit'),
    kind: text('kind'),
    decimals: Number(text('decimals')),
    direction: text('direction'),
    dimensions: chosen('dimensions'),
    definition: inBoth(fields, 'definition'),
    numerator: described(fields, 'numerator'),
    denominator: described(fields, 'denominator'),
    scale: decimalOrNull('scale') ?? undefined,
    options: options.length > 0 ? options : undefined,
    negative: ticked('negative') || undefined,
    plausible: plausible.min === null && plausible.max === null ? null : plausible,
    code: textOrNull('code'),
    sourceNote: textOrNull('sourceNote'),
    replaces: textOrNull('replaces'),
    partOf: textOrNull('partOf'),
    retiredAt: textOrNull('retiredAt'),
  };
}

const ShownSchema = z.object({
  name: bothLanguages,
  unit: bothLanguages,
  kind: aText,
  decimals: aNumber,
  direction: aText,
  dimensions: someTexts,
  definition: bothLanguages,
  numerator: bothLanguages,
  denominator: bothLanguages,
  scale: aText,
  options: z.array(z.object({ id: aText, name: bothLanguages })).catch([]),
  negative: aBox,
  plausible: z.object({ min: aText, max: aText }).catch({ min: '', max: '' }),
  code: aText,
  sourceNote: aText,
  replaces: aText,
  partOf: aText,
  retiredAt: aText,
});
export type ShownIndicator = z.infer<typeof ShownSchema>;

/** An indicator as the form shows it. */
export const showIndicator = (thing: Thing): ShownIndicator => ShownSchema.parse(thing);

/** What the form's lists choose from; `id` is the indicator's own, which can neither replace itself nor be a part of itself. */
export function choicesFor(library: Library, id: string | null, language: Language) {
  const choice = (one: { id: string; name: Record<Language, string> }) => ({ value: one.id, name: one.name[language] });
  const others = library.indicators.filter((one) => one.id !== id);
  return {
    dimensions: library.dimensions.map(choice),
    indicators: others.map(choice),
    /** What something can be a part of. */
    wholes: others.filter(({ kind }) => kind !== 'ratio' && kind !== 'text').map(choice),
  };
}
export type IndicatorChoices = ReturnType<typeof choicesFor>;

/** How changes of an indicator are told. */
export function indicatorTelling(library: Library, language: Language): Telling {
  const { dimensions, indicators } = choicesFor(library, null, language);
  const names = new Map<string, string>([
    ...Object.entries(registerTexts[language].kinds),
    ...Object.entries(indicatorTexts[language].directions),
    ...[...dimensions, ...indicators].map(({ value, name }) => [value, name] as const),
  ]);
  return { fields: indicatorFormTexts[language].fields, nameOf: (id) => names.get(id) };
}
