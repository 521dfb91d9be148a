import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { summaryFor } from './answer.ts';
import { SummaryQuerySchema, SummarySchema } from './schemas.ts';

/** What the reports add up to, with how far each sum can be trusted. */
export function mountSummary(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/summary',
      summary:
        'Figures and coverage per focus area or strategic area, official or as a preview, now or as of an instant',
      action: 'summary.read',
      query: SummaryQuerySchema,
      answer: SummarySchema,
    },
    async (call) => call.json(await summaryFor(deps, call.caller.person, call.query, call.language)),
  );
}
