import { readHistory } from '#lib/edit/history.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { PersonSchema, personTelling, standOf } from '../people.server.ts';
import type { PageServerLoad } from './$types';

/** Somebody with an account, and what has been changed of it. */
export const load: PageServerLoad = async (event) => {
  const [person, library] = await Promise.all([
    readOne(event, 'people', event.params.id, PersonSchema),
    readLibrary(event),
  ]);
  const telling = personTelling(library, event.locals.language);
  return {
    person,
    stand: standOf(person),
    actors: library.actors.filter(({ id }) => person.actorIds.includes(id)).map(({ id, name }) => ({ id, name })),
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(event, `/people/${encodeURIComponent(person.id)}`, telling),
  };
};
