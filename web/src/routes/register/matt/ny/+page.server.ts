import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { moreRows, newStart, send } from '#lib/edit/send.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { choicesFor, indicatorFrom, indicatorTelling, showIndicator } from '../indicatorForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an indicator that is not in the library yet. With `?ersatter=…` it begins as the one that it replaces. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/register/matt');
  const { language } = event.locals;
  const library = await readLibrary(event);
  const old = library.indicators.find(({ id }) => id === event.url.searchParams.get('ersatter'));
  return {
    start: newStart,
    key: crypto.randomUUID(),
    replacing: old?.name[language] ?? null,
    shown: showIndicator(old ? { ...old, replaces: old.id, retiredAt: null } : {}),
    choices: choicesFor(library, null, language),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const thing = indicatorFrom(form);
    return (
      moreRows(form, showIndicator(thing)) ??
      send(event, form, {
        path: '/indicators',
        method: 'POST',
        thing,
        show: showIndicator,
        to: (id) => `/register/matt/${id}`,
        ...indicatorTelling(await readLibrary(event), event.locals.language),
      })
    );
  },
};
