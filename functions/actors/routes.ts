import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { ActorContentSchema, type ActorContent } from '@insatskollen/shared/actors/actorContent.ts';
import { actorFaults } from '@insatskollen/shared/actors/actorFaults.ts';
import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mountChanges } from '../history/routes.ts';
import type { Api } from '../http/endpoint.ts';
import { libraryNow, libraryOf } from '../strategy/library.ts';
import { besides, mountSaving, type Proposed } from '../strategy/saving.ts';
import { reportsOfActor } from './reports.ts';

/** Making and changing actors; they are read with the rest of the register. */
export function mountActors(api: Api, deps: Deps): void {
  mountSaving<ActorContent>(api, deps, {
    kind: 'actor',
    path: '/actors',
    of: 'an actor',
    content: ActorContentSchema.transform((actor) => ({ ...actor, shortName: actor.shortName ?? actor.name })),
    body: ActorContentSchema.extend(besides),
    answer: ActorSchema,
    nameOf: ({ name }) => name,
    unnamed: 'aktor',
    faults: (proposed) => faultsOf(deps, proposed),
    what: (before, after) => (before.endedAt == null && after.endedAt != null ? 'ended' : 'changed'),
  });
  mountChanges(api, deps, {
    path: '/actors/{id}',
    kind: 'actor',
    of: 'an actor',
    action: 'register.read',
    mayRead: async (_call, id) => (await libraryOf(deps)).actors.has(id),
  });
}

async function faultsOf(deps: Deps, { id, before, after, language }: Proposed<ActorContent>) {
  const ends = after.endedAt != null && after.endedAt !== before?.endedAt;
  const [library, agreements, reports] = await Promise.all([
    libraryNow(deps),
    ends ? allAgreements(deps.table) : [],
    ends ? reportsOfActor(deps.table, id) : [],
  ]);
  return actorFaults(after, before, {
    language,
    id,
    today: stockholmDay(deps.businessNow()),
    municipalities: new Set(library.dimensions.get('municipality')?.parts.map((part) => part.id)),
    agreements: agreements.filter(({ actorId }) => actorId === id),
    reports,
    responsibleFor: [...library.initiatives.values()].filter(({ responsible }) => responsible.includes(id)),
  });
}
