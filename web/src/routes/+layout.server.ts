import { navigationFor } from '#lib/frame/places.server.ts';
import type { LayoutServerLoad } from './$types';

/** What every page knows. Reading the address makes it run again at each move, so that the session's limits are fresh. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { language, look, me, session, demo, now, kept } = locals;
  const places = navigationFor(me?.roles ?? [], language);
  return { language, look, me, session, demo, now, kept, places, path: url.pathname + url.search };
};
