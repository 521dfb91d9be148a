import { error } from '@sveltejs/kit';
import { together } from '#lib/marks/coverage.ts';
import { readLibrary } from '#lib/server/register.ts';
import { chosenFrom } from '#lib/summary/chosen.ts';
import { readActorCoverage } from '#lib/summary/read.server.ts';
import type { PageServerLoad } from './$types';

/** Who has reported and who has not, actor by actor. Only as it is now: the register of reports keeps no earlier days. */
export const load: PageServerLoad = async (event) => {
  const { now, me } = event.locals;
  const chosen = { ...chosenFrom(event.url.searchParams, now, me?.roles ?? []), asOf: null, preview: false };
  const [library, items] = await Promise.all([readLibrary(event), readActorCoverage(event, chosen.period)]);
  if (items === null) error(403, { message: '' });
  const byActor = Map.groupBy(items, ({ actorId }) => actorId);
  const actors = [...byActor].map(([id, own]) => ({
    id,
    name: library.actors.find((actor) => actor.id === id)?.name ?? id,
    coverage: together(own.map(({ coverage }) => coverage)),
  }));
  return {
    chosen,
    total: together(items.map(({ coverage }) => coverage)),
    actors: actors
      .filter(({ coverage }) => coverage.expected > 0)
      .toSorted((a, b) => b.coverage.late - a.coverage.late || a.name.localeCompare(b.name, 'sv')),
  };
};
