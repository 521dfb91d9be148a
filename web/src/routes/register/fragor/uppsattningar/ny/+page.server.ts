import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { newStart, send } from '#lib/edit/send.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { questionTelling, questionsFor, setFrom, showSet } from '../../questionForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a question set that is not there yet. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/register/fragor');
  const library = await readLibrary(event);
  return {
    start: newStart,
    key: crypto.randomUUID(),
    shown: showSet({}),
    questions: questionsFor(library, []),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: '/question-sets',
      method: 'POST',
      thing: setFrom(form),
      show: showSet,
      to: (id) => `/register/fragor/uppsattningar/${id}`,
      ...questionTelling(await readLibrary(event), event.locals.language),
    });
  },
};
