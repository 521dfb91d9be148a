import { ActivitySchema } from '@insatskollen/shared/calendar/activity.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readOne } from '#lib/server/register.ts';
import { activityFrom, activityTelling, showActivity } from '../../activityForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an activity as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/kalender/aktiviteter/${id}`);
  const thing = await readOne(event, 'activities', id, ActivitySchema);
  return { id, name: thing.title, start: startOf(thing), key: crypto.randomUUID(), shown: showActivity(thing) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/activities/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: activityFrom(form),
      show: showActivity,
      to: (id) => `/kalender/aktiviteter/${id}`,
      ...activityTelling(event.locals.language),
    });
  },
};
