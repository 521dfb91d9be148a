import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { newStart, send } from '#lib/edit/send.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { readLibrary } from '#lib/server/register.ts';
import { choicesFor, decisionFrom, decisionTelling, showDecision } from '../decisionForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for a decision that is not written down yet. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/beslut');
  return {
    choices: choicesFor(await readLibrary(event)),
    start: newStart,
    key: crypto.randomUUID(),
    shown: showDecision({ day: dayOf(event.locals.now) }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: '/decisions',
      method: 'POST',
      thing: decisionFrom(form),
      show: showDecision,
      to: (id) => `/beslut/${id}`,
      ...decisionTelling(await readLibrary(event), event.locals.language),
    });
  },
};
