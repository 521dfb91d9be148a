import { can } from '@insatskollen/shared/people/permissions.ts';
import { error } from '@sveltejs/kit';
import { readLibrary } from '#lib/server/register.ts';
import { periodChoices } from '../../granskning/filters.ts';
import type { PageServerLoad } from './$types';

/** The other pages of the overview have no script; here it says how much of a file has come. */
export const csr = true;

/** All reports as a file, or those of an area, an actor and a period. */
export const load: PageServerLoad = async (event) => {
  const { me, now } = event.locals;
  if (!me || !can({ ...me, active: true }, 'report.read')) error(403, { message: '' });
  const query = event.url.searchParams;
  const library = await readLibrary(event);
  const one = (name: string, ids: readonly string[]) => ids.find((id) => id === query.get(name)) ?? '';
  const areas = library.strategy.strategicAreas.map(({ name, focusAreas }) => ({
    name,
    focusAreas: focusAreas.map(({ id, name: area }) => ({ id, name: area })),
  }));
  const actors = library.actors.map(({ id, shortName }) => ({ id, name: shortName }));
  const periods = periodChoices(now);
  const wanted = {
    focusArea: one(
      'omrade',
      areas.flatMap(({ focusAreas }) => focusAreas.map(({ id }) => id)),
    ),
    actor: one(
      'aktor',
      actors.map(({ id }) => id),
    ),
    period: one('period', periods),
  };
  return { areas, actors, periods, wanted };
};
