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

/** How far a draft has come: answered of all that is required. */
export function progressOf(answers: Answers, context: AnswerContext): { answered: number; required: number } {
  const required =
    context.terms.indicators.filter((i) => i.required).length + context.terms.questions.filter((q) => q.required).length;
  const open = new Set(missingFor(answers, context).filter((f) => f.code === 'missing' || f.code === 'unparsed').map((f) => f.path));
  return { answered: Math.max(0, required - open.size), required };
}
