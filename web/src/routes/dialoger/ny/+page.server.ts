import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { newStart, send } from '#lib/edit/send.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { dialogueFrom, dialogueTelling, reportChoices, showDialogue } from '../dialogueForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a dialogue: first with whom, then the rest. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/dialoger');
  const { actors } = await readLibrary(event);
  const actor = actors.find(({ id }) => id === event.url.searchParams.get('aktor')) ?? null;
  return {
    actors: actors.map(({ id, shortName }) => ({ id, name: shortName })),
    actor: actor && { id: actor.id, name: actor.shortName },
    reports: actor ? await reportChoices(event, actor.id) : [],
    start: newStart,
    key: crypto.randomUUID(),
    shown: showDialogue({ actorId: actor?.id }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: '/dialogues',
      method: 'POST',
      thing: dialogueFrom(form),
      show: showDialogue,
      to: (id) => `/dialoger/${id}`,
      ...dialogueTelling(await readLibrary(event), event.locals.language),
    });
  },
};
