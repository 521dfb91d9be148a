import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { InitiativeContentSchema, type InitiativeContent } from '@insatskollen/shared/initiatives/initiativeContent.ts';
import { initiativeFaults, type InitiativeContext } from '@insatskollen/shared/initiatives/initiativeFaults.ts';
import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mountChanges } from '../history/routes.ts';
import type { Api } from '../http/endpoint.ts';
import { libraryNow, libraryOf, type Library } from '../strategy/library.ts';
import { besides, mountSaving, type Proposed } from '../strategy/saving.ts';

/** Making and changing initiatives; they are read with the rest of the register. */
export function mountInitiatives(api: Api, deps: Deps): void {
  mountSaving<InitiativeContent>(api, deps, {
    kind: 'initiative',
    path: '/initiatives',
    of: 'an initiative',
    content: InitiativeContentSchema,
    body: InitiativeContentSchema.extend(besides),
    answer: InitiativeSchema,
    nameOf: ({ title }) => title,
    unnamed: 'insats',
    faults: (proposed) => faultsOf(deps, proposed),
    what: (before, after) => (before.lifecycle === after.lifecycle ? 'changed' : after.lifecycle),
  });
  mountChanges(api, deps, {
    path: '/initiatives/{id}',
    kind: 'initiative',
    of: 'an initiative',
    action: 'register.read',
    mayRead: async (_call, id) => (await libraryOf(deps)).initiatives.has(id),
  });
}

async function faultsOf(deps: Deps, { id, before, after, reason, language }: Proposed<InitiativeContent>) {
  const moves = before !== undefined && before.lifecycle !== after.lifecycle;
  const [library, agreements] = await Promise.all([libraryNow(deps), moves ? allAgreements(deps.table) : []]);
  const today = stockholmDay(deps.businessNow());
  return initiativeFaults(after, before, contextOf({ id, reason, language, today, library, agreements }));
}

/** What an initiative is checked against. */
export function contextOf({
  id,
  reason,
  language,
  today,
  library,
  agreements,
}: Pick<InitiativeContext, 'id' | 'reason' | 'language' | 'today'> & {
  library: Library;
  agreements: readonly Agreement[];
}): InitiativeContext {
  const actors = [...library.actors.values()].map(
    ({ id: actorId, endedAt, units }) => [actorId, { endedAt, units: (units ?? []).map((unit) => unit.id) }] as const,
  );
  return {
    language,
    today,
    id,
    focusAreas: new Set(library.focusAreas),
    actors: new Map(actors),
    dimensionsOf: (indicatorId) => library.indicators.get(indicatorId)?.dimensions,
    initiatives: library.initiatives,
    agreements: agreements.filter(({ initiativeId }) => initiativeId === id),
    reason,
  };
}
