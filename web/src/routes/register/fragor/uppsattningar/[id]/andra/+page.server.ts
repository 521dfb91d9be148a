import { QuestionSetSchema } from '@insatskollen/shared/questions/question.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { questionTelling, questionsFor, setFrom, showSet } from '../../../questionForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a question set as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/register/fragor/uppsattningar/${id}`);
  const thing = await readOne(event, 'question-sets', id, QuestionSetSchema);
  return {
    id: thing.id,
    name: thing.name,
    start: startOf(thing),
    key: crypto.randomUUID(),
    shown: showSet(thing),
    questions: questionsFor(await readLibrary(event), thing.questions),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/question-sets/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: setFrom(form),
      show: showSet,
      to: (id) => `/register/fragor/uppsattningar/${id}`,
      ...questionTelling(await readLibrary(event), event.locals.language),
    });
  },
};
