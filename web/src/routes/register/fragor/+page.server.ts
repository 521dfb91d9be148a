import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import type { PageServerLoad } from './$types';

/** Question sets, and every question. */
export const load: PageServerLoad = async (event) => {
  const { questions, questionSets } = await readLibrary(event);
  return {
    mayChange: mayChangeRegister(event),
    sets: questionSets.map(({ id, name, note, questions: its, retiredAt }) => ({
      id,
      name,
      note: note ?? null,
      count: its.length,
      retired: retiredAt != null,
    })),
    questions: questions.map(({ id, name, prompt, retiredAt }) => ({ id, name, prompt, retired: retiredAt != null })),
  };
};
