import { error } from '@sveltejs/kit';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { loadReport, reportPath } from '#lib/report/load.server.ts';
import { VersionSchema } from '#lib/report/schemas.server.ts';
import type { PageServerLoad } from './$types';

/** A receipt is to be printed and kept: it needs no script. */
export const csr = false;

/** The receipt of a version: the one that the address names, else the latest. */
export const load: PageServerLoad = async (event) => {
  const loaded = await loadReport(event, event.params);
  const wanted = event.url.searchParams.get('version') ?? String(loaded.report.version);
  if (wanted === '0')
    error(404, {
      message:
        event.locals.language === 'sv'
          ? 'Rapporten är inte inskickad än, så det finns inget kvitto.'
          : 'The report is not submitted yet, so there is no receipt.',
    });
  const path = `${reportPath(event.params)}/versions/${encodeURIComponent(wanted)}`;
  const version = orRefuse(event, await callApi(event, path, { schema: VersionSchema }));
  return { ...loaded, version };
};
