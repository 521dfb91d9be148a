import { periodBefore } from '@insatskollen/shared/calendar/periods.ts';
import { directions } from '@insatskollen/shared/insight/movement.ts';
import { mainFigures } from '@insatskollen/shared/summary/mainFigures.ts';
import { readPublished } from '#lib/insight/read.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { chosenFrom, passedShare, seenFrom } from '#lib/summary/chosen.ts';
import { readResults } from '#lib/summary/read.server.ts';
import type { PageServerLoad } from './$types';

/** Everything that is assessed in a window, from the focus areas up to the priorities of RUS, and how it has moved since the window before. */
export const load: PageServerLoad = async (event) => {
  const { now } = event.locals;
  const chosen = { ...chosenFrom(event.url.searchParams, now, []), asOf: null };
  const earlier = periodBefore(chosen.period);
  const library = await readLibrary(event);
  const { strategicAreas, rusPriorities } = library.strategy;
  const [published, before, ...results] = await Promise.all([
    readPublished(event, chosen.period),
    readPublished(event, earlier),
    ...rusPriorities.map(({ id }) => readResults(event, { kind: 'rus-priorities', id }, chosen)),
  ]);
  const assessed = (id: string, name: string) => {
    const { direction = null, conclusion = '', figures = [] } = published.get(id) ?? {};
    return { id, name, direction, conclusion, figures, before: before.get(id)?.direction ?? null };
  };
  return {
    chosen,
    earlier,
    passed: passedShare(chosen, now),
    day: seenFrom(chosen, now),
    areas: strategicAreas.map(({ id, name, order, focusAreas }) => ({
      ...assessed(id, name),
      order,
      focusAreas: focusAreas.map((focus) => assessed(focus.id, focus.name)),
    })),
    priorities: rusPriorities.map(({ id, name }, n) => {
      const [whole, ...areas] = results[n]?.groups ?? [];
      const moving = areas.flatMap((area) => published.get(area.id)?.direction ?? []);
      return {
        id,
        name,
        coverage: whole?.coverage ?? null,
        figures: mainFigures(whole?.indicators ?? []),
        areas: areas.length,
        movements: directions.flatMap((direction) => {
          const count = moving.filter((one) => one === direction).length;
          return count === 0 ? [] : [{ direction, count }];
        }),
      };
    }),
  };
};
