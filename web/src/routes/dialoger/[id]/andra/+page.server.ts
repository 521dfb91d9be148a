import { DialogueSchema } from '@insatskollen/shared/dialogues/dialogue.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import {
  dialogueFrom,
  dialogueTelling,
  reportChoices,
  showDialogue,
  withoutActions,
} from '../../dialogueForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a dialogue as it is now: when, with whom, about what, and the notes. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/dialoger/${id}`);
  const [dialogue, { actors }] = await Promise.all([
    readOne(event, 'dialogues', id, DialogueSchema),
    readLibrary(event),
  ]);
  const thing = withoutActions(dialogue);
  return {
    id,
    actor: actors.find((one) => one.id === dialogue.actorId)?.shortName ?? dialogue.actorId,
    reports: await reportChoices(event, dialogue.actorId),
    start: startOf(thing),
    key: crypto.randomUUID(),
    shown: showDialogue(thing),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/dialogues/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: dialogueFrom(form),
      show: showDialogue,
      to: (id) => `/dialoger/${id}`,
      ...dialogueTelling(await readLibrary(event), event.locals.language),
    });
  },
};
