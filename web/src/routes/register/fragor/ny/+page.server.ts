import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { newStart, send } from '#lib/edit/send.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { questionFrom, questionTelling, showQuestion } from '../questionForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a question that is not there yet. */
export const load: PageServerLoad = (event) => {
  coordinatorOrBack(event, '/register/fragor');
  return {
    start: newStart,
    key: crypto.randomUUID(),
    shown: showQuestion({ required: true }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: '/questions',
      method: 'POST',
      thing: questionFrom(form),
      show: showQuestion,
      to: (id) => `/register/fragor/${id}`,
      ...questionTelling(await readLibrary(event), event.locals.language),
    });
  },
};
