import { callApi, orRefuse } from '#lib/server/api.ts';
import { loadReport, reportPath } from '#lib/report/load.server.ts';
import { VersionSchema } from '#lib/report/schemas.server.ts';
import type { PageServerLoad } from './$types';

/** A version stands still: nothing on the page needs script. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const path = `${reportPath(event.params)}/versions/${encodeURIComponent(event.params.n)}`;
  const [loaded, version] = await Promise.all([
    loadReport(event, event.params),
    callApi(event, path, { schema: VersionSchema }),
  ]);
  return { ...loaded, version: orRefuse(event, version) };
};
