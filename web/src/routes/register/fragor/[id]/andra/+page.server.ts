import { LibraryQuestionSchema } from '@insatskollen/shared/questions/question.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { questionFrom, questionTelling, showQuestion } from '../../questionForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a question as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/register/fragor/${id}`);
  const thing = await readOne(event, 'questions', id, LibraryQuestionSchema);
  return {
    id: thing.id,
    name: thing.name,
    start: startOf(thing),
    key: crypto.randomUUID(),
    shown: showQuestion(thing),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/questions/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: questionFrom(form),
      show: showQuestion,
      to: (id) => `/register/fragor/${id}`,
      ...questionTelling(await readLibrary(event), event.locals.language),
    });
  },
};
