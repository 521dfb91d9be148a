import { LessonSchema } from '@insatskollen/shared/dialogues/lesson.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { orRefuse } from '#lib/server/api.ts';
import { tryAll } from '#lib/server/register.ts';
import { lessonChoices } from './lessonForm.server.ts';
import type { PageServerLoad } from './$types';

/** Lessons, found by words and area. */
export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const asked = { q: (query.get('q') ?? '').slice(0, 200), focusArea: query.get('omrade') ?? '' };
  const wanted = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const [choices, list] = await Promise.all([
    lessonChoices(event),
    tryAll(event, '/api/v1/lessons', wanted, LessonSchema),
  ]);
  const names = new Map(
    [...choices.areas, ...choices.actors, ...choices.initiatives].map(({ value, name }) => [value, name]),
  );
  return {
    asked,
    areas: choices.areas,
    mayChange: mayChangeRegister(event),
    saved: query.has('sparat'),
    lessons: orRefuse(event, list).map(({ id, title, text, focusAreas, initiativeId, actorId, at }) => ({
      id,
      title,
      text,
      at,
      about: [...focusAreas, initiativeId, actorId].flatMap((of) => (of === null ? [] : [names.get(of) ?? of])),
    })),
  };
};
