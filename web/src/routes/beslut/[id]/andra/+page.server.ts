import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import {
  choicesFor,
  decisionFrom,
  decisionTelling,
  KeptDecisionSchema,
  showDecision,
  withoutFigures,
} from '../../decisionForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a decision as it is written now; its figures stay. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/beslut/${id}`);
  const [decision, library] = await Promise.all([
    readOne(event, 'decisions', id, KeptDecisionSchema),
    readLibrary(event),
  ]);
  const thing = withoutFigures(decision);
  return {
    id,
    name: decision.title,
    choices: choicesFor(library),
    start: startOf(thing),
    key: crypto.randomUUID(),
    shown: showDecision(thing),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/decisions/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: decisionFrom(form),
      show: showDecision,
      to: (id) => `/beslut/${id}`,
      ...decisionTelling(await readLibrary(event), event.locals.language),
    });
  },
};
