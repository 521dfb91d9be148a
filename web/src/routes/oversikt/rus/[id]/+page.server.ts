import { readLibrary } from '#lib/server/register.ts';
import { resultsFor } from '#lib/summary/results.server.ts';
import type { PageServerLoad } from './$types';

/** What agreements that contribute to a priority of RUS come to in each area: what its sums are made of. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const library = await readLibrary(event);
  const results = await resultsFor(event, { kind: 'rus-priorities', id }, library);
  const name = library.strategy.rusPriorities.find((one) => one.id === id)?.name ?? id;
  // All together stands first, and is shown where the priorities are.
  return { id, name, results: { ...results, groups: results.groups.slice(1) } };
};
