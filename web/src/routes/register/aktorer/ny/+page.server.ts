import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { moreRows, newStart, send } from '#lib/edit/send.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { actorFrom, actorTelling, municipalitiesIn, showActor } from '../actorForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an actor that is not in the register yet. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/register/aktorer');
  const library = await readLibrary(event);
  return {
    start: newStart,
    key: crypto.randomUUID(),
    shown: showActor({}),
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
        path: '/actors',
        method: 'POST',
        thing,
        show: showActor,
        to: (id) => `/register/aktorer/${id}`,
        ...actorTelling(await readLibrary(event), event.locals.language),
      })
    );
  },
};
