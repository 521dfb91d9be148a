import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { windowOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { figuresIn, type Figure } from '@insatskollen/shared/summary/figures.ts';
import { indicators, terms } from '../samples.ts';
import { gatheringFor, type World } from './world.ts';

/** The figures of some areas in a window, by indicator. */
export const figures = (
  world: World,
  areas: readonly string[],
  window: Window,
  smallCounts = true,
): ReadonlyMap<string, Figure> =>
  new Map(
    figuresIn(gatheringFor(world, window), areas, window, indicators, { smallCounts }).map((figure) => [
      figure.id,
      figure,
    ]),
  );

/** The window from one period to another, which must be one. */
export const window = (from: string, to = from): Window => {
  const made = windowOf(from, to);
  if (!made) throw new Error(`no window from ${from} to ${to}`);
  return made;
};
/** An agreement of the first area through 2025, every quarter. */
export const agreement = (id: string, more: Partial<Terms> = {}) =>
  terms({ id, focusArea: 'area-1', termStart: '2025-01-01', termEnd: '2025-12-31', ...more });
/** That asks for one indicator only, with these targets. */
export const asking = (
  indicatorId: string,
  targets: Terms['indicators'][number]['targets'],
): Pick<Terms, 'indicators'> => ({
  indicators: [{ indicatorId, required: true, breakdowns: [], targets }],
});
/** One indicator of the first area. */
export const figure = (world: World, id: string, of: Window) => figures(world, ['area-1'], of).get(id);
