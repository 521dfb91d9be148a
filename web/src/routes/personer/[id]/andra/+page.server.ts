import { send, startOf } from '#lib/edit/send.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { actorChoices, personFrom, PersonSchema, personTelling, showPerson } from '../../people.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for what somebody is called, may do and reports for. */
export const load: PageServerLoad = async (event) => {
  const [person, library] = await Promise.all([
    readOne(event, 'people', event.params.id, PersonSchema),
    readLibrary(event),
  ]);
  return {
    id: person.id,
    name: person.name,
    start: startOf(person),
    key: crypto.randomUUID(),
    shown: showPerson(person),
    actors: actorChoices(library),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/people/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: personFrom(form),
      show: showPerson,
      to: (id) => `/personer/${id}`,
      ...personTelling(await readLibrary(event), event.locals.language),
    });
  },
};
