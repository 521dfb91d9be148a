import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { resultsFor } from '#lib/summary/results.server.ts';
import type { PageServerLoad } from './$types';

/** What approved reports about one initiative add up to. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const library = await readLibrary(event);
  const results = await resultsFor(event, { kind: 'initiatives', id }, library);
  return { id, name: (await readInitiatives(event)).find((one) => one.id === id)?.title ?? id, results };
};
