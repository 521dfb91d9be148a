import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { z } from 'zod';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { undeliveredOf } from '#lib/notices/undelivered.server.ts';
import { readAgreements, readInitiatives, readLibrary, readOne } from '#lib/server/register.ts';
import { namesIn } from '../../names.ts';
import { actorTelling } from '../actorForm.server.ts';
import type { PageServerLoad } from './$types';

const DetailSchema = ActorSchema.extend({
  kindToConfirm: z.boolean().default(false),
  aliases: z.array(z.string()).default([]),
  units: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
});

/** One organisation: what it is responsible for, what it takes part in, its agreements. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const [actor, library, initiatives, agreements] = await Promise.all([
    readOne(event, 'actors', id, DetailSchema),
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event, { actor: id }),
  ]);
  const names = namesIn(library, event.locals.language);
  const called = new Set([actor.name, actor.shortName, ...actor.aliases].map((name) => name.toLowerCase()));
  const line = ({ id: of, title, lifecycle, primaryFocusArea }: (typeof initiatives)[number]) => ({
    id: of,
    title,
    lifecycle,
    focusArea: names.focusArea(primaryFocusArea),
  });
  const isResponsible = (one: (typeof initiatives)[number]) => one.responsible.includes(id);
  return {
    actor,
    mayChange: mayChangeRegister(event),
    seesResults: readsForRegion(event.locals.me?.roles ?? []),
    undelivered: mayChangeRegister(event) ? await undeliveredOf(event, id) : [],
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(
      event,
      `/actors/${encodeURIComponent(id)}`,
      actorTelling(library, event.locals.language),
    ),
    responsible: initiatives.filter(isResponsible).map(line),
    participates: initiatives
      .filter((one) => !isResponsible(one) && one.participants.some((name) => called.has(name.toLowerCase())))
      .map(line),
    agreements: agreements
      .map(({ id: of, reference, initiativeId, termStart, termEnd }) => ({
        id: of,
        reference,
        initiative: initiatives.find((one) => one.id === initiativeId)?.title ?? initiativeId,
        termStart,
        termEnd,
      }))
      .toSorted((a, b) => b.termStart.localeCompare(a.termStart) || a.reference.localeCompare(b.reference)),
  };
};
