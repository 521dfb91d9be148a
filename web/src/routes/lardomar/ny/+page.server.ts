import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { newStart, send } from '#lib/edit/send.server.ts';
import { lessonChoices, lessonFrom, lessonTelling, showLesson } from '../lessonForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a lesson that is not written down yet. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/lardomar');
  const choices = await lessonChoices(event);
  return { choices, start: newStart, key: crypto.randomUUID(), shown: showLesson({}) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: '/lessons',
      method: 'POST',
      thing: lessonFrom(form),
      show: showLesson,
      to: () => '/lardomar',
      ...lessonTelling(await lessonChoices(event), event.locals.language),
    });
  },
};
