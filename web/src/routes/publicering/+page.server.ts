import { forRegionOnly, readPublications } from '#lib/publications/region.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import type { PageServerLoad } from './$types';

/** Everything that is written to be published, is public or was withdrawn, the latest window first. */
export const load: PageServerLoad = async (event) => {
  forRegionOnly(event);
  const [items, { strategy }] = await Promise.all([readPublications(event), readLibrary(event)]);
  const names = new Map(
    strategy.strategicAreas.flatMap(({ id, name, focusAreas }) => [
      [id, name] as const,
      ...focusAreas.map((focus) => [focus.id, focus.name] as const),
    ]),
  );
  return { items: items.map((item) => ({ ...item, name: names.get(item.areaId) ?? item.areaId })) };
};
