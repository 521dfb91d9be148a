import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aBox, aNumber, aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { baseOf } from '#lib/edit/send.server.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { questionTexts } from './texts.ts';

/** The question that a form describes. */
export function questionFrom(form: FormData): Thing {
  const { text, textOrNull, ticked } = fieldsOf(form);
  const longest = text('maxLength').replaceAll(/\s/g, '');
  return {
    ...baseOf(form),
    name: text('name'),
    prompt: text('prompt'),
    required: ticked('required'),
    maxLength: longest === '' ? undefined : /^\d+$/.test(longest) ? Number(longest) : longest,
    retiredAt: textOrNull('retiredAt'),
  };
}

const ShownQuestionSchema = z.object({
  name: aText,
  prompt: aText,
  required: aBox,
  maxLength: aNumber,
  retiredAt: aText,
});
export type ShownQuestion = z.infer<typeof ShownQuestionSchema>;

/** A question as the form shows it. */
export const showQuestion = (thing: Thing): ShownQuestion => ShownQuestionSchema.parse(thing);

/** The questions that were given a place in a form with `QuestionPlaces.svelte`, in that order. */
export function placedQuestions(form: FormData): string[] {
  const { text } = fieldsOf(form);
  const placed = [...form.keys()].flatMap((name) => {
    const place = name.startsWith(PLACE) ? text(name) : '';
    return place === '' ? [] : [{ id: name.slice(PLACE.length), place: Number(place.replace(',', '.')) }];
  });
  // What is no number comes last, for people to see and put right.
  const order = (place: number) => (Number.isNaN(place) ? Infinity : place);
  return placed.toSorted((a, b) => order(a.place) - order(b.place)).map(({ id }) => id);
}
const PLACE = 'plats.';

/** The set that a form describes. */
export function setFrom(form: FormData): Thing {
  const { text, textOrNull } = fieldsOf(form);
  return {
    ...baseOf(form),
    name: text('name'),
    note: textOrNull('note'),
    questions: placedQuestions(form),
    retiredAt: textOrNull('retiredAt'),
  };
}

const ShownSetSchema = z.object({ name: aText, note: aText, questions: someTexts, retiredAt: aText });
export type ShownSet = z.infer<typeof ShownSetSchema>;

/** A question set as the form shows it. */
export const showSet = (thing: Thing): ShownSet => ShownSetSchema.parse(thing);

/** The questions that a set chooses from: those that are in it first, in its order; retired ones only where it has them. */
export function questionsFor({ questions }: Library, chosen: readonly string[]) {
  const first = chosen.flatMap((id) => questions.filter((one) => one.id === id));
  const others = questions.filter(({ id, retiredAt }) => retiredAt == null && !chosen.includes(id));
  return [...first, ...others].map(({ id, name, prompt }) => ({ id, name, prompt }));
}

/** How changes of questions and sets are told. */
export function questionTelling({ questions }: Library, language: Language): Telling {
  const names = new Map(questions.map(({ id, name }) => [id, name]));
  return { fields: questionTexts[language].fields, nameOf: (id) => names.get(id) };
}
