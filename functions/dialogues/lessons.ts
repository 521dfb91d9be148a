import {
  isFound,
  LessonContentSchema,
  LessonSchema,
  type Lesson,
  type LessonContent,
} from '@insatskollen/shared/dialogues/lesson.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import type { Fault } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Api } from '../http/endpoint.ts';
import { PageQuerySchema } from '../http/paging.ts';
import { mountRecords, type Recording } from '../records/routes.ts';
import { libraryNow } from '../strategy/library.ts';

const texts = {
  unknownArea: { sv: 'Insatsområdet finns inte.', en: 'There is no such focus area.' },
  unknownActor: { sv: 'Aktören finns inte.', en: 'There is no such actor.' },
  unknownInitiative: { sv: 'Insatsen finns inte.', en: 'There is no such initiative.' },
};

/** The register of lessons, found again when something is planned (requirement R27). */
export function mountLessons(api: Api, deps: Deps): void {
  const recording: Recording<LessonContent, Lesson> = {
    kind: 'lesson',
    path: '/lessons',
    of: 'a lesson',
    read: 'decision.read',
    change: 'decision.change',
    content: LessonContentSchema,
    schema: LessonSchema,
    placeOf: ({ at, actorId }) => ({ day: at.slice(0, 10), actorId }),
    mayRead: ({ roles, actorIds }, { actorId }) =>
      readsForRegion(roles) || (roles.includes('reporter') && actorId !== null && actorIds.includes(actorId)),
    whole: (content, before, made) => ({ ...content, ...made, at: before?.at ?? deps.businessNow().toISOString() }),
    faults: async ({ focusAreas, actorId, initiativeId }, _before, language) => {
      const { focusAreas: areas, actors, initiatives } = await libraryNow(deps);
      const fault = (path: string, code: keyof typeof texts): Fault => ({ path, code, message: texts[code][language] });
      return [
        ...focusAreas.flatMap((id, n) => (areas.includes(id) ? [] : [fault(`focusAreas.${n}`, 'unknownArea')])),
        ...(actorId === null || actors.has(actorId) ? [] : [fault('actorId', 'unknownActor')]),
        ...(initiativeId === null || initiatives.has(initiativeId) ? [] : [fault('initiativeId', 'unknownInitiative')]),
      ];
    },
    query: PageQuerySchema.extend({ q: z.string().max(200).optional(), focusArea: z.string().max(100).optional() }),
    matches: (lesson, { q, focusArea }) =>
      (focusArea === undefined || lesson.focusAreas.includes(focusArea)) && (q === undefined || isFound(lesson, q)),
  };
  mountRecords(api, deps, recording);
}
