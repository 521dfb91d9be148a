import type { Figure } from './figures.ts';

const MOST = 3;

/**
 * The figures that say most about an area at a glance, in library order: first those that have a target and an answer, then those
 * with a target, then the rest. Spent money and ratings are left to the area's own page.
 */
export function mainFigures<F extends Pick<Figure, 'id' | 'kind' | 'target' | 'contributions'>>(
  figures: readonly F[],
): F[] {
  const speaking = figures.filter(({ kind, id }) => kind !== 'text' && !id.startsWith('nyttjade-medel'));
  const rank = ({ target, contributions }: F) => (target === null ? 2 : 0) + (contributions === 0 ? 1 : 0);
  const best = new Set(speaking.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST));
  return speaking.filter((figure) => best.has(figure));
}
