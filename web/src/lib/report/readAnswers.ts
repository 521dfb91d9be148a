import { formFaultText } from '@insatskollen/shared/reports/faultText.ts';
import type { Answers } from '@insatskollen/shared/reports/answers.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { AskedOf } from './asked.ts';
import { charactersIn } from './characters.ts';
import { wordsFor } from './entryFaults.ts';
import { answerFields, textPath, typedUnder, valuePath, type Typed } from './fields.ts';
import { readEntry } from './readEntry.ts';

/** Longest comment on a number, as people count characters. */
const COMMENT_CHARACTERS = 1000;

/** Something to put right: on which path, in which field, and in words. */
export interface FieldFault {
  path: string;
  field: string;
  message: string;
}

/** What the whole form amounts to. */
export interface FormReading {
  answers: Answers;
  /** What cannot be read, and is kept as typed. */
  faults: FieldFault[];
  /** What cannot even be kept by the server, such as a text over its limit: it stays in the form. */
  unsavable: FieldFault[];
}

/** Reads every field that is there; a number whose choice was not sent at all is left alone. Blank texts are no texts. */
export function readAnswers(typed: Typed, asked: AskedOf, language: Language): FormReading {
  const reading: FormReading = { answers: { values: {}, texts: {} }, faults: [], unsavable: [] };
  for (const indicator of asked.indicators) {
    const path = valuePath(indicator.indicator.id);
    const under = typedUnder(path, typed);
    const { entry, faults } = readEntry(under, indicator);
    if (entry) reading.answers.values[indicator.indicator.id] = entry;
    for (const fault of faults) {
      const message = wordsFor(fault, under, indicator, language);
      reading.faults.push({ path, field: `${path}.${fault.field}`, message });
    }
    const over = overLimit(under['comment'] ?? '', COMMENT_CHARACTERS, language);
    if (over) reading.unsavable.push({ path, field: `${path}.comment`, message: over });
  }
  for (const { id, maxLength } of asked.questions) {
    const path = textPath(id);
    const text = (typed[path] ?? '').replaceAll(/\r\n?/g, '\n');
    if (text.trim() !== '') reading.answers.texts[id] = text;
    const over = overLimit(text, maxLength, language);
    if (over) reading.unsavable.push({ path, field: path, message: over });
  }
  return reading;
}

/** What is wrong with a text that is too long, in words that say by how much; nothing when it is not. */
function overLimit(text: string, limit: number, language: Language): string | undefined {
  const length = text.length > limit ? charactersIn(text) : 0;
  if (length <= limit) return undefined;
  const over = length - limit;
  return language === 'sv'
    ? `Texten är ${over} tecken för lång och sparas inte förrän den är kortare. Den står kvar här.`
    : `The text is ${over} characters too long and is not saved until it is shorter. It stays here.`;
}

/** What has to be answered before the report can be sent in, and is not. */
export function missingIn(answers: Answers, asked: AskedOf, language: Language): FieldFault[] {
  const words = formFaultText[language];
  const numbers = asked.indicators
    .filter(({ indicator, required }) => required && !answers.values[indicator.id])
    .map((indicator) => {
      const path = valuePath(indicator.indicator.id);
      return { path, field: `${path}.${answerFields(indicator)[0] ?? 'value'}`, message: words.missing };
    });
  const texts = asked.questions
    .filter(({ id, required }) => required && !answers.texts[id]?.trim())
    .map(({ id }) => ({ path: textPath(id), field: textPath(id), message: words.missingText }));
  return [...numbers, ...texts];
}

/** Faults in the order of the form: numbers as agreed, then texts. */
export function inFormOrder(faults: readonly FieldFault[], asked: AskedOf): FieldFault[] {
  const paths = [
    ...asked.indicators.map(({ indicator }) => valuePath(indicator.id)),
    ...asked.questions.map(({ id }) => textPath(id)),
  ];
  return faults.toSorted((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
}
