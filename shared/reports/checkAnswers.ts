import type { Terms } from '../agreements/agreement.ts';
import { compare, decimalFault, isZero, sum } from '../decimal.ts';
import type { Dimension, Indicator } from '../indicators/indicator.ts';
import type { Fault } from '../refusals.ts';
import { REPORT_BYTES, type Answers, type AnswersPatch, type Entry, type EntryKind } from './answers.ts';
import { countCharacters } from '../typed.ts';
import { faultText } from './faultText.ts';

/** What answers are checked against: the terms, and the library's definitions by id. */
export interface AnswerContext {
  terms: Terms;
  indicators: ReadonlyMap<string, Indicator>;
  dimensions: ReadonlyMap<string, Dimension>;
  language: 'sv' | 'en';
}

/** Which answers an indicator of each kind takes, beside the blanks. */
const answerKind = {
  flow: 'value',
  stock: 'value',
  unique: 'value',
  ratio: 'ratio',
  text: 'choice',
} as const satisfies Record<Indicator['kind'], EntryKind>;

/** Every fault in answers at once, each with its path; empty when all fit their indicators. */
export function checkAnswers(answers: Answers | AnswersPatch, context: AnswerContext): Fault[] {
  const faults: Fault[] = [];
  const agreed = new Map(context.terms.indicators.map((indicator) => [indicator.indicatorId, indicator]));
  for (const [id, entry] of Object.entries(answers.values)) {
    const path = `values.${id}`;
    const indicator = context.indicators.get(id);
    if (!indicator || !agreed.has(id)) faults.push(fault(context, path, 'unknownIndicator'));
    else if (entry) faults.push(...checkEntry(path, entry, indicator, agreed.get(id)?.breakdowns ?? [], context));
  }
  const questions = new Map(context.terms.questions.map((question) => [question.id, question]));
  for (const [id, text] of Object.entries(answers.texts)) {
    const question = questions.get(id);
    if (!question) faults.push(fault(context, `texts.${id}`, 'unknownQuestion'));
    else if (text && text.length > question.maxLength && countCharacters(text) > question.maxLength)
      faults.push(fault(context, `texts.${id}`, 'tooLong'));
  }
  if (new TextEncoder().encode(JSON.stringify(answers)).length > REPORT_BYTES)
    faults.push(fault(context, '', 'reportTooLarge'));
  return faults;
}

const fault = (context: AnswerContext, path: string, code: keyof typeof faultText.sv): Fault => ({
  path,
  code,
  message: faultText[context.language][code],
});

function checkEntry(
  path: string,
  entry: Entry,
  indicator: Indicator,
  asked: string[],
  context: AnswerContext,
): Fault[] {
  const number = (value: string, at: string) => {
    const code = decimalFault(value, { decimals: indicator.decimals, negative: indicator.negative ?? false });
    return code ? [fault(context, at, code)] : [];
  };
  const blank = entry.kind === 'notApplicable' || entry.kind === 'notYetKnown' || entry.kind === 'unparsed';
  if (!blank && entry.kind !== answerKind[indicator.kind]) return [fault(context, `${path}.kind`, 'wrongKind')];
  switch (entry.kind) {
    case 'value':
      return [...number(entry.value, `${path}.value`), ...checkBreakdowns(path, entry, asked, context, number)];
    case 'ratio': {
      const faults = [
        ...number(entry.numerator, `${path}.numerator`),
        ...number(entry.denominator, `${path}.denominator`),
      ];
      if (isZero(entry.denominator) && !isZero(entry.numerator))
        faults.push(fault(context, `${path}.denominator`, 'zeroDenominator'));
      return faults;
    }
    case 'choice':
      return indicator.options?.some((option) => option.id === entry.choice)
        ? []
        : [fault(context, `${path}.choice`, 'unknownChoice')];
    case 'notApplicable':
    case 'notYetKnown':
    case 'unparsed':
      return [];
  }
}

function checkBreakdowns(
  path: string,
  entry: Extract<Entry, { kind: 'value' }>,
  asked: string[],
  context: AnswerContext,
  number: (value: string, at: string) => Fault[],
): Fault[] {
  return Object.entries(entry.breakdowns ?? {}).flatMap(([dimension, parts]) => {
    const at = `${path}.breakdowns.${dimension}`;
    const known = context.dimensions.get(dimension);
    if (!known || !asked.includes(dimension)) return [fault(context, at, 'unknownDimension')];
    const faults = Object.entries(parts).flatMap(([part, value]) =>
      known.parts.some((p) => p.id === part)
        ? number(value, `${at}.${part}`)
        : [fault(context, `${at}.${part}`, 'unknownPart')],
    );
    if (compare(sum(Object.values(parts)), entry.value) > 0) faults.push(fault(context, at, 'exceedsTotal'));
    return faults;
  });
}
