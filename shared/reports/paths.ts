import type { Terms } from '../agreements/agreement.ts';

/**
 * Whether a path names a field of a report under these terms: `values.<indicatorId>`,
 * `values.<indicatorId>.breakdowns.<dimension>`, `texts.<questionId>`.
 */
export function isPathIn(terms: Pick<Terms, 'indicators' | 'questions'>, path: string): boolean {
  const [kind, id, part, dimension, ...rest] = path.split('.');
  if (kind === 'texts') return part === undefined && terms.questions.some((question) => question.id === id);
  const indicator = kind === 'values' ? terms.indicators.find((one) => one.indicatorId === id) : undefined;
  if (!indicator) return false;
  if (part === undefined) return true;
  return (
    part === 'breakdowns' && dimension !== undefined && rest.length === 0 && indicator.breakdowns.includes(dimension)
  );
}
