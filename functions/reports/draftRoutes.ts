import { replacement } from '@insatskollen/shared/reports/draft.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { viewOf, viewReport } from './view.ts';
import { checkMatch, ownReportOf, unlessDone, type ReportCall } from './request.ts';
import { refuseConflicts, revisionIn, saveDraft } from './saveDraft.ts';
import { DraftBodySchema, DraftPatchBodySchema, ReportSchema } from './schemas.ts';

const path = '/reports/{agreementId}/{period}/draft';

/** Writing a report: the whole draft at once, or the entries that changed. */
export function mountDrafts(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'put',
      path,
      summary: 'Replaces the draft; If-Match must name it as it stands',
      action: 'report.write',
      body: DraftBodySchema,
      answer: ReportSchema,
      ifMatch: true,
    },
    async (call) => {
      await ownReportOf(deps, call);
      const body = await unlessDone(() => call.readBody());
      if (!body) return call.json(...(await asItIs(deps, call)));
      const sent = call.ifMatch();
      const { opened, contents } = await saveDraft(deps, call, async (draft, found, stored) => {
        await checkMatch(deps, found, sent, stored);
        return replacement(draft.answers, body.answers);
      });
      const { body: report, etag } = await viewOf(deps, opened, contents, viewer(call));
      return call.json(report, { etag });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'patch',
      path,
      summary: 'Changes some entries of the draft (null clears one); conflicts only where the same entry was changed',
      action: 'report.write',
      body: DraftPatchBodySchema,
      answer: ReportSchema,
      ifMatch: true,
    },
    async (call) => {
      await ownReportOf(deps, call);
      const body = await unlessDone(() => call.readBody());
      if (!body) return call.json(...(await asItIs(deps, call)));
      const sent = call.ifMatch();
      const { opened, contents } = await saveDraft(deps, call, async (draft, found) => {
        await refuseConflicts(deps, draft, body.answers, revisionIn(sent, found, draft), found);
        return body.answers;
      });
      const { body: report, etag } = await viewOf(deps, opened, contents, viewer(call));
      return call.json(report, { etag });
    },
  );
}

const viewer = (call: ReportCall) => ({ person: call.caller.person, language: call.language });

/** The same answer to a request that was done before: what is there now. Drafts are remembered nowhere else (requirement L3). */
async function asItIs(deps: Deps, call: ReportCall): Promise<[unknown, { etag: string }]> {
  const { body, etag } = await viewReport(deps, await ownReportOf(deps, call), viewer(call));
  return [body, { etag }];
}
