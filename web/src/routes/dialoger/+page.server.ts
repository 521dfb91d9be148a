import { DialogueSchema, openActions } from '@insatskollen/shared/dialogues/dialogue.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { redirect } from '@sveltejs/kit';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { orRefuse } from '#lib/server/api.ts';
import { readLibrary, tryAll } from '#lib/server/register.ts';
import type { PageServerLoad } from './$types';

/** Dialogues booked and held, and what is left to do from them. */
export const load: PageServerLoad = async (event) => {
  const { me, now } = event.locals;
  // Leaders and departments follow decisions; what is said with one actor stays between it and its coordinator.
  if (me && !me.roles.some((role) => role === 'coordinator' || role === 'reporter') && readsForRegion(me.roles))
    redirect(303, '/beslut');
  const [library, list] = await Promise.all([
    readLibrary(event),
    tryAll(event, '/api/v1/dialogues', {}, DialogueSchema),
  ]);
  const names = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  const dialogues = orRefuse(event, list);
  const line = ({ id, actorId, day, time, endTime, place, cancelled, actions }: (typeof dialogues)[number]) => ({
    id,
    actor: names.get(actorId) ?? actorId,
    day,
    time,
    endTime,
    place,
    cancelled,
    left: actions.filter(({ done }) => done === null).length,
  });
  const today = dayOf(now);
  return {
    mayChange: mayChangeRegister(event),
    coming: dialogues
      .filter(({ day }) => day >= today)
      .map(line)
      .toReversed(),
    held: dialogues.filter(({ day }) => day < today).map(line),
    open: openActions(dialogues).map((action) => ({ ...action, actor: names.get(action.actorId) ?? action.actorId })),
  };
};
