import type { Answers, Entry } from '@insatskollen/shared/reports/answers.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { AskedIndicator, AskedOf } from './asked.ts';

/** What stands in the form's fields, by field name: `values.startade-foretag.value`, `texts.analys`. */
export type Typed = Record<string, string>;

/** The choice beside each number: an answer, or one of the two blanks that are not just empty. */
export const answerKinds = ['answer', 'notApplicable', 'notYetKnown'] as const;

export const valuePath = (indicatorId: string): string => `values.${indicatorId}`;
export const textPath = (questionId: string): string => `texts.${questionId}`;
/** Where one part of a breakdown is typed, inside its number: `breakdowns.gender.women`. */
export const partField = (dimension: string, part: string): string => `breakdowns.${dimension}.${part}`;

/** The fields where the number itself is typed or chosen, inside its path. */
export function answerFields({ indicator, dimensions }: AskedIndicator): string[] {
  if (indicator.kind === 'ratio') return ['numerator', 'denominator'];
  if (indicator.kind === 'text') return ['choice'];
  return ['value', ...dimensions.flatMap(({ id, parts }) => parts.map((part) => partField(id, part.id)))];
}

/** Every field of one number, inside its path. */
const fieldsOfIndicator = (asked: AskedIndicator): string[] => [
  'kind',
  ...answerFields(asked),
  'promisedBy',
  'comment',
];

/** A decimal as it is typed in a language: `1234,5`, `1234.5`. Plain digits, so that it can be changed in the middle. */
const asTyped = (decimal: string, language: Language): string =>
  language === 'sv' ? decimal.replace('.', ',') : decimal;

/** What one entry looks like in its fields. What could not be read is shown exactly as it was typed. */
export function typedOfEntry(entry: Entry | undefined, language: Language): Typed {
  if (!entry) return { kind: 'answer' };
  const comment = entry.comment ?? '';
  switch (entry.kind) {
    case 'value': {
      const parts = Object.entries(entry.breakdowns ?? {}).flatMap(([dimension, values]) =>
        Object.entries(values).map(([part, value]) => [partField(dimension, part), asTyped(value, language)] as const),
      );
      return { kind: 'answer', value: asTyped(entry.value, language), ...Object.fromEntries(parts), comment };
    }
    case 'ratio': {
      const { numerator, denominator } = entry;
      return {
        kind: 'answer',
        numerator: asTyped(numerator, language),
        denominator: asTyped(denominator, language),
        comment,
      };
    }
    case 'choice':
      return { kind: 'answer', choice: entry.choice, comment };
    case 'notApplicable':
      return { kind: 'notApplicable', comment };
    case 'notYetKnown':
      return { kind: 'notYetKnown', promisedBy: entry.promisedBy, comment };
    case 'unparsed':
      return { kind: 'answer', ...entry.raw, comment };
  }
}

/** The fields of one number filled in, each of them there, by full name. */
export function typedOfIndicator(asked: AskedIndicator, entry: Entry | undefined, language: Language): Typed {
  const path = valuePath(asked.indicator.id);
  const typed = typedOfEntry(entry, language);
  return Object.fromEntries(fieldsOfIndicator(asked).map((field) => [`${path}.${field}`, typed[field] ?? '']));
}

/** The whole form filled in with answers, every field there. */
export function typedOf(answers: Answers, asked: AskedOf, language: Language): Typed {
  const typed: Typed = {};
  for (const indicator of asked.indicators)
    Object.assign(typed, typedOfIndicator(indicator, answers.values[indicator.indicator.id], language));
  for (const { id } of asked.questions) typed[textPath(id)] = answers.texts[id] ?? '';
  return typed;
}

/** What stands in the fields under one path, by the name inside it. */
export function typedUnder(path: string, typed: Typed): Typed {
  const prefix = `${path}.`;
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, text]) => [name.slice(prefix.length), text]),
  );
}

/** The path that a field belongs to: `values.startade-foretag` of `values.startade-foretag.breakdowns.gender.women`. */
export const pathOfField = (field: string): string => field.split('.').slice(0, 2).join('.');
