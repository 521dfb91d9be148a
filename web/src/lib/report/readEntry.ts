import { isDay } from '@insatskollen/shared/calendar/days.ts';
import { compare, decimalFault, isZero, parseDecimal, sum, type Decimal } from '@insatskollen/shared/decimal.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import type { AskedIndicator } from './asked.ts';
import { answerFields, partField, type Typed } from './fields.ts';

/** What is wrong with what stands in one number's fields. */
export type EntryFaultCode =
  | 'notANumber'
  | 'tooManyDigits'
  | 'tooManyDecimals'
  | 'negative'
  | 'unknownChoice'
  | 'answerBesideBlank'
  | 'dateBesideAnswer'
  | 'dateWithoutChoice'
  | 'dateBesideNotApplicable'
  | 'promiseMissing'
  | 'notADate'
  | 'totalMissing'
  | 'numeratorMissing'
  | 'denominatorMissing'
  | 'exceedsTotal'
  | 'zeroDenominator'
  | 'commentAlone';

export interface EntryFault {
  /** Where in the number's own fields: `value`, `breakdowns.gender.women`. */
  field: string;
  code: EntryFaultCode;
}

/** What the fields of one number amount to. With any fault the entry is what was typed, kept as it is (`unparsed`). */
export interface Reading {
  entry: Entry | null;
  faults: EntryFault[];
}

const isBlank = (text: string | undefined): boolean => !text || text.trim() === '';

/**
 * Reads the fields of one number (names inside its path). Empty is no answer and never zero; what cannot be read for certain
 * is kept exactly as typed and said to be wrong, so that nothing typed is ever lost.
 */
export function readEntry(typed: Typed, asked: AskedIndicator): Reading {
  const written = answerFields(asked).filter((field) => !isBlank(typed[field]));
  const comment = isBlank(typed['comment']) ? {} : { comment: typed['comment'] ?? '' };
  const { answer, faults } = readAnswer(typed, asked, written);
  if (faults.length > 0) return { entry: { kind: 'unparsed', raw: rawOf(typed), ...comment }, faults };
  if (answer) return { entry: { ...answer, ...comment }, faults };
  if (!comment.comment) return { entry: null, faults };
  const field = answerFields(asked)[0] ?? 'value';
  return { entry: { kind: 'unparsed', raw: {}, ...comment }, faults: [{ field, code: 'commentAlone' }] };
}

interface Attempt {
  answer: Entry | null;
  faults: EntryFault[];
}
const wrong = (field: string, code: EntryFaultCode): Attempt => ({ answer: null, faults: [{ field, code }] });
const right = (answer: Entry): Attempt => ({ answer, faults: [] });

function readAnswer(typed: Typed, asked: AskedIndicator, written: string[]): Attempt {
  const promisedBy = typed['promisedBy']?.trim() ?? '';
  const first = written[0];
  switch (typed['kind']) {
    case 'notApplicable':
      if (first !== undefined) return wrong(first, 'answerBesideBlank');
      return promisedBy === '' ? right({ kind: 'notApplicable' }) : wrong('promisedBy', 'dateBesideNotApplicable');
    case 'notYetKnown':
      if (first !== undefined) return wrong(first, 'answerBesideBlank');
      if (promisedBy === '') return wrong('promisedBy', 'promiseMissing');
      return isDay(promisedBy) ? right({ kind: 'notYetKnown', promisedBy }) : wrong('promisedBy', 'notADate');
    default:
      if (promisedBy !== '') return wrong('promisedBy', first === undefined ? 'dateWithoutChoice' : 'dateBesideAnswer');
      return first === undefined ? { answer: null, faults: [] } : readWritten(typed, asked, written);
  }
}

function readWritten(typed: Typed, asked: AskedIndicator, written: string[]): Attempt {
  const { indicator } = asked;
  if (indicator.kind === 'text') {
    const choice = typed['choice'] ?? '';
    const known = indicator.options?.some(({ id }) => id === choice) ?? false;
    return known ? right({ kind: 'choice', choice }) : wrong('choice', 'unknownChoice');
  }
  const faults: EntryFault[] = [];
  const numbers = new Map<string, Decimal>();
  for (const field of written) {
    const number = parseDecimal(typed[field] ?? '');
    const { decimals, negative = false } = indicator;
    const code = number === undefined ? 'notANumber' : decimalFault(number, { decimals, negative });
    if (code) faults.push({ field, code });
    else if (number !== undefined) numbers.set(field, number);
  }
  if (faults.length > 0) return { answer: null, faults };
  return indicator.kind === 'ratio' ? readRatio(numbers) : readValue(numbers, asked);
}

function readRatio(numbers: ReadonlyMap<string, Decimal>): Attempt {
  const numerator = numbers.get('numerator');
  const denominator = numbers.get('denominator');
  if (numerator === undefined) return wrong('numerator', 'numeratorMissing');
  if (denominator === undefined) return wrong('denominator', 'denominatorMissing');
  if (isZero(denominator) && !isZero(numerator)) return wrong('denominator', 'zeroDenominator');
  return right({ kind: 'ratio', numerator, denominator });
}

function readValue(numbers: ReadonlyMap<string, Decimal>, { dimensions }: AskedIndicator): Attempt {
  const value = numbers.get('value');
  if (value === undefined) return wrong('value', 'totalMissing');
  const breakdowns: Record<string, Record<string, Decimal>> = {};
  const faults: EntryFault[] = [];
  for (const dimension of dimensions) {
    const parts = dimension.parts.flatMap(({ id }): [string, Decimal][] => {
      const part = numbers.get(partField(dimension.id, id));
      return part === undefined ? [] : [[id, part]];
    });
    const [first] = parts;
    if (!first) continue;
    breakdowns[dimension.id] = Object.fromEntries(parts);
    if (compare(sum(parts.map(([, part]) => part)), value) > 0)
      faults.push({ field: partField(dimension.id, first[0]), code: 'exceedsTotal' });
  }
  if (faults.length > 0) return { answer: null, faults };
  return right({ kind: 'value', value, ...(Object.keys(breakdowns).length > 0 ? { breakdowns } : {}) });
}

/** Everything typed but the comment, under the names of its fields; the choice only where it is not the usual one. */
function rawOf(typed: Typed): Record<string, string> {
  const kept = Object.entries(typed).filter(
    ([field, text]) => field !== 'comment' && !isBlank(text) && !(field === 'kind' && text === 'answer'),
  );
  return Object.fromEntries(kept);
}
