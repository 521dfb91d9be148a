import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { moreRows, send, startOf } from '#lib/edit/send.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { actorFrom, actorTelling, municipalitiesIn, showActor } from '../../actorForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an actor as it is now. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, `/register/aktorer/${event.params.id}`);
  const [actor, library] = await Promise.all([
    readOne(event, 'actors', event.params.id, ActorSchema),
    readLibrary(event),
  ]);
  return {
    id: actor.id,
    name: actor.name,
    start: startOf(actor),
    key: crypto.randomUUID(),
    shown: showActor(actor),
    municipalities: municipalitiesIn(library, event.locals.language),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const thing = actorFrom(form);
    return (
      moreRows(form, showActor(thing)) ??
      send(event, form, {
        path: `/actors/${encodeURIComponent(event.params.id)}`,
        method: 'PUT',
        thing,
        show: showActor,
        to: (id) => `/register/aktorer/${id}`,
        ...actorTelling(await readLibrary(event), event.locals.language),
      })
    );
  },
};
