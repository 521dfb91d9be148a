import { readLibrary } from '#lib/server/register.ts';
import { resultsFor } from '#lib/summary/results.server.ts';
import type { PageServerLoad } from './$types';

/** What one actor's approved reports add up to. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const library = await readLibrary(event);
  const results = await resultsFor(event, { kind: 'actors', id }, library);
  return { id, name: library.actors.find((one) => one.id === id)?.name ?? id, results };
};
