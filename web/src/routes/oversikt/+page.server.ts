import type { Direction } from '@insatskollen/shared/insight/movement.ts';
import { can, readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { together } from '@insatskollen/shared/summary/coverage.ts';
import { readMovements } from '#lib/insight/read.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { chosenFrom, passedShare, seenFrom } from '#lib/summary/chosen.ts';
import { mainFigures } from '@insatskollen/shared/summary/mainFigures.ts';
import { readSummary } from '#lib/summary/read.server.ts';
import type { PageServerLoad } from './$types';

/** Strategic areas with their focus areas, each with its coverage and main figures. */
export const load: PageServerLoad = async (event) => {
  const { now, me } = event.locals;
  const roles = me?.roles ?? [];
  const chosen = chosenFrom(event.url.searchParams, now, roles);
  const seesMovements = chosen.asOf === null && !chosen.preview && readsForRegion(roles);
  const [library, summary, movements] = await Promise.all([
    readLibrary(event),
    readSummary(event, chosen, { groupBy: 'focusArea', breakdowns: false }),
    seesMovements ? readMovements(event, chosen.period) : new Map<string, Direction>(),
  ]);
  const groups = new Map(summary.groups.map((group) => [group.id, group]));
  return {
    chosen,
    corrections: summary.corrections.length,
    passed: passedShare(chosen, now),
    day: seenFrom(chosen, now),
    total: together(summary.groups.map(({ coverage }) => coverage)),
    mayOpen: roles.some((role) => role !== 'admin'),
    mayPreview: roles.includes('coordinator'),
    seesActors: readsForRegion(roles),
    mayPack: me !== null && can({ ...me, active: true }, 'pack.make'),
    areas: library.strategy.strategicAreas.map(({ id, name, order, vision, focusAreas }) => ({
      id,
      name,
      order,
      vision,
      movement: movements.get(id) ?? null,
      coverage: together(focusAreas.flatMap((focus) => groups.get(focus.id)?.coverage ?? [])),
      focusAreas: focusAreas.flatMap((focus) => {
        const group = groups.get(focus.id);
        if (!group) return [];
        const figures = mainFigures(group.indicators);
        return [
          {
            id: focus.id,
            name: focus.name,
            movement: movements.get(focus.id) ?? null,
            coverage: group.coverage,
            figures,
            more: group.indicators.length - figures.length,
          },
        ];
      }),
    })),
  };
};
