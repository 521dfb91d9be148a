import type { LayoutServerLoad } from './$types';

/** What every page knows. Reading the address makes it run again at each move, so that the session's limits are fresh. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { language, look, me, session, demo, now, kept } = locals;
  return { language, look, me, session, demo, now, kept, path: url.pathname + url.search };
};
