import { error } from '@sveltejs/kit';
import { together } from '@insatskollen/shared/summary/coverage.ts';
import { readLibrary } from '#lib/server/register.ts';
import { areaOr404 } from '#lib/summary/area.server.ts';
import { chosenFrom } from '#lib/summary/chosen.ts';
import { readActorCoverage } from '#lib/summary/read.server.ts';
import type { PageServerLoad } from './$types';

/** Who has reported and who has not, actor by actor, in all areas or in one. Only as it is now: the register of reports keeps no earlier days. */
export const load: PageServerLoad = async (event) => {
  const { now, me } = event.locals;
  const chosen = { ...chosenFrom(event.url.searchParams, now, me?.roles ?? []), asOf: null, preview: false };
  const [library, items] = await Promise.all([readLibrary(event), readActorCoverage(event, chosen.period)]);
  if (items === null) error(403, { message: '' });
  const wanted = event.url.searchParams.get('omrade');
  const area = wanted === null ? null : areaOr404(library, wanted);
  const inArea = new Set(area?.focusAreas.map(({ id }) => id));
  const seen = items.filter(({ focusArea }) => area === null || inArea.has(focusArea));
  const byActor = Map.groupBy(seen, ({ actorId }) => actorId);
  const actors = [...byActor].map(([id, own]) => ({
    id,
    name: library.actors.find((actor) => actor.id === id)?.name ?? id,
    coverage: together(own.map(({ coverage }) => coverage)),
  }));
  return {
    chosen,
    area: area && { id: area.id, name: area.name },
    total: together(seen.map(({ coverage }) => coverage)),
    actors: actors
      .filter(({ coverage }) => coverage.expected > 0)
      .toSorted((a, b) => b.coverage.late - a.coverage.late || a.name.localeCompare(b.name, 'sv')),
  };
};
