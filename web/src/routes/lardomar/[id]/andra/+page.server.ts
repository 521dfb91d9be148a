import { LessonSchema } from '@insatskollen/shared/dialogues/lesson.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readOne } from '#lib/server/register.ts';
import { lessonChoices, lessonFrom, lessonTelling, showLesson } from '../../lessonForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a lesson as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, '/lardomar');
  const [lesson, choices] = await Promise.all([readOne(event, 'lessons', id, LessonSchema), lessonChoices(event)]);
  const thing = LessonSchema.omit({ at: true }).parse(lesson);
  return {
    name: thing.title,
    choices,
    start: startOf(thing),
    key: crypto.randomUUID(),
    shown: showLesson(thing),
    history: await readHistory(
      event,
      `/lessons/${encodeURIComponent(id)}`,
      lessonTelling(choices, event.locals.language),
    ),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/lessons/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: lessonFrom(form),
      show: showLesson,
      to: () => '/lardomar',
      ...lessonTelling(await lessonChoices(event), event.locals.language),
    });
  },
};
