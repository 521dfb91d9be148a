import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { newStart, send } from '#lib/edit/send.server.ts';
import { activityFrom, activityTelling, showActivity } from '../activityForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an activity that is not there yet. */
export const load: PageServerLoad = (event) => {
  coordinatorOrBack(event, '/kalender');
  return { start: newStart, key: crypto.randomUUID(), shown: showActivity({}) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: '/activities',
      method: 'POST',
      thing: activityFrom(form),
      show: showActivity,
      to: (id) => `/kalender/aktiviteter/${id}`,
      ...activityTelling(event.locals.language),
    });
  },
};
