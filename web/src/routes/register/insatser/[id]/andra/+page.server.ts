import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { moreRows, send, startOf } from '#lib/edit/send.server.ts';
import { readInitiatives, readLibrary, readOne } from '#lib/server/register.ts';
import { choicesFor, initiativeFrom, initiativeTelling, showInitiative } from '../../initiativeForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an initiative as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/register/insatser/${id}`);
  const [initiative, library, initiatives] = await Promise.all([
    readOne(event, 'initiatives', id, InitiativeSchema),
    readLibrary(event),
    readInitiatives(event),
  ]);
  const shown = showInitiative(initiative);
  const others = initiatives.filter((one) => one.id !== id);
  return {
    id: initiative.id,
    title: initiative.title,
    start: startOf(initiative),
    key: crypto.randomUUID(),
    shown,
    choices: choicesFor(library, others, shown, event.locals.language),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const thing = initiativeFrom(form);
    const [library, initiatives] = await Promise.all([readLibrary(event), readInitiatives(event)]);
    return (
      moreRows(form, showInitiative(thing)) ??
      send(event, form, {
        path: `/initiatives/${encodeURIComponent(event.params.id)}`,
        method: 'PUT',
        thing,
        show: showInitiative,
        to: (id) => `/register/insatser/${id}`,
        ...initiativeTelling(library, initiatives, event.locals.language),
      })
    );
  },
};
