import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readAgreements, readInitiatives, readLibrary } from '#lib/server/register.ts';
import type { PageServerLoad } from './$types';

/** The strategy with how many initiatives each area has, and the ways into the registers. */
export const load: PageServerLoad = async (event) => {
  const [library, initiatives, agreements] = await Promise.all([
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  const count = (focusArea: string) =>
    initiatives.filter(({ primaryFocusArea }) => primaryFocusArea === focusArea).length;
  return {
    mayChange: mayChangeRegister(event),
    name: library.strategy.name,
    areas: library.strategy.strategicAreas.map(({ id, name, order, vision, focusAreas }) => ({
      id,
      name,
      order,
      vision,
      focusAreas: focusAreas.map((focus) => ({ id: focus.id, name: focus.name, count: count(focus.id) })),
    })),
    counts: {
      initiatives: initiatives.length,
      actors: library.actors.length,
      indicators: library.indicators.length,
      agreements: agreements.length,
      questions: library.questions.length,
    },
  };
};
