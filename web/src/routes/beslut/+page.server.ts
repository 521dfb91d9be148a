import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { orRefuse } from '#lib/server/api.ts';
import { readLibrary, tryAll } from '#lib/server/register.ts';
import { KeptDecisionSchema, namesIn } from './decisionForm.server.ts';
import type { PageServerLoad } from './$types';

/** The log of decisions, the latest first. */
export const load: PageServerLoad = async (event) => {
  const [library, list] = await Promise.all([
    readLibrary(event),
    tryAll(event, '/api/v1/decisions', {}, KeptDecisionSchema),
  ]);
  const names = namesIn(library);
  return {
    mayChange: mayChangeRegister(event),
    decisions: orRefuse(event, list).map(({ id, title, day, decidedBy, focusAreas }) => ({
      id,
      title,
      day,
      decidedBy,
      areas: focusAreas.map((area) => names.get(area) ?? area),
    })),
  };
};
