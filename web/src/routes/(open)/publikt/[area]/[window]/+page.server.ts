import { error } from '@sveltejs/kit';
import { readPublic } from '#lib/publications/read.server.ts';
import type { PageServerLoad } from './$types';

/** One area's results in a window, as they were published. */
export const load: PageServerLoad = async (event) => {
  const { area, window } = event.params;
  const [publication] = await readPublic(event, { window, area });
  if (!publication) error(404, { message: '' });
  return { publication };
};
