import { readPublicList } from '#lib/publications/read.server.ts';
import type { PageServerLoad } from './$types';
import { windowsOf } from '../windows.ts';

/** How the results were used: what is written with each publication, the latest time first and areas in the strategy's order. */
export const load: PageServerLoad = async (event) => {
  const { strategicAreas, items } = await readPublicList(event);
  const written = items.filter(({ text }) => text !== '');
  const order = strategicAreas.flatMap(({ id, focusAreas }) => [id, ...focusAreas.map((focus) => focus.id)]);
  return {
    times: windowsOf(written).map((window) => ({
      window,
      items: written
        .filter((item) => item.window === window)
        .toSorted((a, b) => order.indexOf(a.areaId) - order.indexOf(b.areaId)),
    })),
  };
};
