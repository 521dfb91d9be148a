import { ActivitySchema } from '@insatskollen/shared/calendar/activity.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { readOne } from '#lib/server/register.ts';
import { activityTelling } from '../activityForm.server.ts';
import type { PageServerLoad } from './$types';

/** One activity of the annual cycle. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const activity = await readOne(event, 'activities', id, ActivitySchema);
  return {
    activity,
    mayChange: mayChangeRegister(event),
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(event, `/activities/${encodeURIComponent(id)}`, activityTelling(event.locals.language)),
  };
};
