import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import type { PageServerLoad } from './$types';

/** The library of indicators, in its own order. */
export const load: PageServerLoad = async (event) => {
  const { indicators } = await readLibrary(event);
  return {
    mayChange: mayChangeRegister(event),
    indicators: indicators.map(({ id, name, unit, kind, definition, retiredAt }) => ({
      id,
      name,
      unit,
      kind,
      retired: retiredAt != null,
      definition: definition.sv,
    })),
  };
};
