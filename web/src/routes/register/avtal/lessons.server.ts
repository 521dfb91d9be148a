import { LessonSchema } from '@insatskollen/shared/dialogues/lesson.ts';
import type { ApiEvent } from '#lib/server/api.ts';
import { tryAll } from '#lib/server/register.ts';
import type { Registers } from './agreementChoices.server.ts';

/** Lessons that concern an initiative, to be read while an agreement about it is written (requirement R27). */
export interface LessonsFor {
  initiative: string;
  lessons: { id: string; title: string; text: string }[];
}

/**
 * Lessons about an initiative, or an area that it contributes to; `null` while none is chosen. The form is as good without them: a
 * fault leaves them out.
 */
export async function lessonsFor(
  event: ApiEvent,
  { initiatives }: Registers,
  initiativeId: string,
): Promise<LessonsFor | null> {
  const initiative = initiatives.find(({ id }) => id === initiativeId);
  if (!initiative) return null;
  const areas = [initiative.primaryFocusArea, ...initiative.alsoContributesTo];
  const found = await tryAll(event, '/api/v1/lessons', {}, LessonSchema);
  const lessons = (found.ok ? found.data : []).filter(
    (one) => one.initiativeId === initiativeId || one.focusAreas.some((area) => areas.includes(area)),
  );
  return { initiative: initiative.title, lessons: lessons.map(({ id, title, text }) => ({ id, title, text })) };
}
