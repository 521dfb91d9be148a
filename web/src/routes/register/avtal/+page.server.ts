import { endingOf } from '@insatskollen/shared/agreements/ending.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { readAgreements, readInitiatives, readLibrary } from '#lib/server/register.ts';
import { namesIn } from '../names.ts';
import { termState } from './term.ts';
import type { PageServerLoad } from './$types';

/** The agreements that the visitor may read: those in force, those to come, those that have ended; coordinators see what soon does. */
export const load: PageServerLoad = async (event) => {
  const { now, language } = event.locals;
  const [library, initiatives, agreements] = await Promise.all([
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  const names = namesIn(library, language);
  const mayChange = mayChangeRegister(event);
  return {
    mayChange,
    agreements: agreements
      .map((one) => ({
        id: one.id,
        reference: one.reference,
        actor: names.actor(one.actorId),
        initiative: initiatives.find(({ id }) => id === one.initiativeId)?.title ?? one.initiativeId,
        termStart: one.termStart,
        termEnd: one.termEnd,
        state: termState(one, now),
        ending: mayChange ? (endingOf(one, agreements, dayOf(now)) ?? null) : null,
      }))
      .toSorted((a, b) => a.actor.localeCompare(b.actor, 'sv') || b.termStart.localeCompare(a.termStart)),
  };
};
