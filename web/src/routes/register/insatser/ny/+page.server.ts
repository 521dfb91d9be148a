import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { moreRows, newStart, send } from '#lib/edit/send.server.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { choicesFor, initiativeFrom, initiativeTelling, showInitiative } from '../initiativeForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an initiative that is not in the register yet; the area may be chosen already: `?omrade=…`. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/register/insatser');
  const [library, initiatives] = await Promise.all([readLibrary(event), readInitiatives(event)]);
  const shown = showInitiative({ primaryFocusArea: event.url.searchParams.get('omrade') });
  return {
    start: newStart,
    key: crypto.randomUUID(),
    shown,
    choices: choicesFor(library, initiatives, shown, event.locals.language),
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
        path: '/initiatives',
        method: 'POST',
        thing,
        show: showInitiative,
        to: (id) => `/register/insatser/${id}`,
        ...initiativeTelling(library, initiatives, event.locals.language),
      })
    );
  },
};
