import type { Fault } from '../refusals.ts';
import type { Answers } from './answers.ts';
import { checkAnswers, type AnswerContext } from './checkAnswers.ts';
import { faultText } from './faultText.ts';

/**
 * What stands between a draft and submitting: a required indicator without any of its kinds of answer, a required question left
 * blank, or something typed that cannot be read. Advice, breakdowns, comments and open remarks never block.
 */
export function missingFor(answers: Answers, context: AnswerContext): Fault[] {
  const text = faultText[context.language];
  const faults = checkAnswers(answers, context);
  for (const { indicatorId, required } of context.terms.indicators) {
    const entry = answers.values[indicatorId];
    const path = `values.${indicatorId}`;
    if (entry?.kind === 'unparsed') faults.push({ path, code: 'unparsed', message: text.unparsed });
    else if (required && !entry) faults.push({ path, code: 'missing', message: text.missing });
  }
  for (const question of context.terms.questions) {
    if (question.required && !answers.texts[question.id]?.trim()) {
      faults.push({ path: `texts.${question.id}`, code: 'missing', message: text.missingText });
    }
  }
  return faults;
}

/** How far a draft has come: answered of all that is required. What cannot be read is not answered. */
export function progressOf(answers: Answers, { terms }: AnswerContext): { answered: number; required: number } {
  const numbers = terms.indicators
    .filter(({ required }) => required)
    .map(({ indicatorId }) => answers.values[indicatorId]);
  const texts = terms.questions.filter(({ required }) => required).map(({ id }) => answers.texts[id]);
  const answered =
    numbers.filter((entry) => entry !== undefined && entry.kind !== 'unparsed').length +
    texts.filter((text) => text?.trim()).length;
  return { answered, required: numbers.length + texts.length };
}
