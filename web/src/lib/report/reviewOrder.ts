import type { Answers } from '@insatskollen/shared/reports/answers.ts';
import type { AskedOf } from './asked.ts';
import { changedPaths } from './entries.ts';
import { textPath, valuePath } from './fields.ts';

/** The order in which a report is reviewed: what moved on top, the rest folded. Every path is in exactly one of the lists. */
export interface ReviewOrder {
  /** Numbers far from their history or the agreement's pace. */
  deviating: string[];
  /** Answers that still have an open remark, or one that was answered. */
  remarked: string[];
  /** Answers that are not as they were in the version before. */
  changed: string[];
  /** Numbers and texts that nothing points at. */
  numbers: string[];
  texts: string[];
}

interface Report {
  answers: Answers;
  advice: readonly { path: string; code: string }[];
  remarks: readonly { path: string }[];
  previousVersion: { answers: Answers } | null;
}

export function reviewOrder({ answers, advice, remarks, previousVersion }: Report, asked: AskedOf): ReviewOrder {
  const numbers = asked.indicators.map(({ indicator }) => valuePath(indicator.id));
  const texts = asked.questions.map(({ id }) => textPath(id));
  const order: ReviewOrder = { deviating: [], remarked: [], changed: [], numbers: [], texts: [] };
  const deviates = new Set(advice.filter(({ code }) => code === 'deviation').map(({ path }) => path));
  const changes = new Set(previousVersion ? changedPaths(previousVersion.answers, answers) : []);
  const isRemarked = (path: string) => remarks.some((one) => one.path === path || one.path.startsWith(`${path}.`));
  for (const path of [...numbers, ...texts]) {
    if (deviates.has(path)) order.deviating.push(path);
    else if (isRemarked(path)) order.remarked.push(path);
    else if (changes.has(path)) order.changed.push(path);
    else if (path.startsWith('values.')) order.numbers.push(path);
    else order.texts.push(path);
  }
  return order;
}
