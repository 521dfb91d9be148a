import { readLibrary } from '#lib/server/register.ts';
import type { PageServerLoad } from './$types';

/** The library of indicators, in its own order. */
export const load: PageServerLoad = async (event) => {
  const { indicators } = await readLibrary(event);
  return {
    indicators: indicators.map(({ id, name, unit, kind, definition }) => ({
      id,
      name,
      unit,
      kind,
      definition: definition.sv,
    })),
  };
};
