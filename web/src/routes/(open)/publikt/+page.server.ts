import { mainFigures } from '@insatskollen/shared/summary/mainFigures.ts';
import { readPublic, readPublicList } from '#lib/publications/read.server.ts';
import type { PageServerLoad } from './$types';
import { windowsOf } from './windows.ts';

/** What is published of all areas in a window: the latest, or the one that is asked for. */
export const load: PageServerLoad = async (event) => {
  const { strategicAreas, items } = await readPublicList(event);
  const windows = windowsOf(items);
  const asked = event.url.searchParams.get('period') ?? '';
  const window = windows.includes(asked) ? asked : (windows[0] ?? null);
  const publications = window === null ? [] : await readPublic(event, { window });
  const of = new Map(publications.map((one) => [one.areaId, one]));
  const shown = (areaId: string) => {
    const publication = of.get(areaId);
    if (!publication) return null;
    const { coverage, assessment, figures } = publication;
    return { coverage, assessment, figures: mainFigures(figures.filter(({ hidden }) => !hidden)) };
  };
  return {
    windows,
    window,
    areas: strategicAreas.map(({ id, name, order, focusAreas }) => ({
      ...{ id, name, order, publication: shown(id) },
      focusAreas: focusAreas.map((focus) => ({ id: focus.id, name: focus.name, publication: shown(focus.id) })),
    })),
  };
};
