import { orRefuse } from '#lib/server/api.ts';
import { readLibrary, tryAll } from '#lib/server/register.ts';
import { PersonSchema, standOf } from './people.server.ts';
import type { PageServerLoad } from './$types';

/** Everyone with an account; those whose account is closed stand last. For administrators, as the API has it. */
export const load: PageServerLoad = async (event) => {
  const [people, { actors }] = await Promise.all([
    tryAll(event, '/api/v1/people', {}, PersonSchema),
    readLibrary(event),
  ]);
  const nameOf = new Map(actors.map(({ id, shortName }) => [id, shortName]));
  return {
    people: orRefuse(event, people)
      .map(({ actorIds, ...person }) => ({
        ...person,
        stand: standOf({ ...person, actorIds }),
        actors: actorIds.map((id) => nameOf.get(id) ?? id),
      }))
      .toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'sv')),
  };
};
