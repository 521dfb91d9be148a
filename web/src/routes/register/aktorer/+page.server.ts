import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import type { PageServerLoad } from './$types';

/** The organisations that are responsible for something, with how many initiatives each has. */
export const load: PageServerLoad = async (event) => {
  const [library, initiatives] = await Promise.all([readLibrary(event), readInitiatives(event)]);
  return {
    mayChange: mayChangeRegister(event),
    actors: library.actors
      .map(({ id, name, shortName, kind, nameToConfirm, endedAt }) => ({
        id,
        name,
        shortName,
        kind,
        nameToConfirm,
        ended: endedAt != null,
        initiatives: initiatives.filter(({ responsible }) => responsible.includes(id)).length,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
  };
};
