import { callApi, orRefuse } from '#lib/server/api.ts';
import { loadReport, reportPath } from '#lib/report/load.server.ts';
import { EventsSchema, VerifySchema } from '#lib/report/schemas.server.ts';
import type { PageServerLoad } from './$types';

/** A history is read and printed: nothing on the page needs script. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const path = reportPath(event.params);
  const [loaded, events, verified] = await Promise.all([
    loadReport(event, event.params),
    callApi(event, `${path}/events`, { schema: EventsSchema }),
    callApi(event, `${path}/verify`, { schema: VerifySchema }),
  ]);
  return { ...loaded, events: orRefuse(event, events), verified: orRefuse(event, verified) };
};
