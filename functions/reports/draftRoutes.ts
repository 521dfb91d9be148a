import { replacement } from '@insatskollen/shared/reports/draft.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { viewOf, viewReport } from './view.ts';
import { checkMatch, ownReportOf, unlessDone } from './request.ts';
import { refuseConflicts, refuseFaults, revisionIn, saveDraft, type Saved } from './saveDraft.ts';
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
      const { head } = await ownReportOf(deps, call);
      return once(deps, call, async () => {
        const { answers } = await call.readBody();
        await refuseFaults(deps, call, head, answers);
        const sent = call.ifMatch();
        return saveDraft(deps, call, async (draft, found, stored) => {
          await checkMatch(deps, found, sent, stored);
          return replacement(draft.answers, answers);
        });
      });
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
      const { head } = await ownReportOf(deps, call);
      return once(deps, call, async () => {
        const { answers } = await call.readBody();
        await refuseFaults(deps, call, head, answers);
        const sent = call.ifMatch();
        return saveDraft(deps, call, async (draft, found, stored) => {
          await refuseConflicts(deps, draft, answers, await revisionIn(deps, sent, found, draft, stored), found);
          return answers;
        });
      });
    },
  );
}

/**
 * Saves, and answers with the report as it is afterwards. Where this very request was done before, or is done meanwhile, it is
 * read anew: drafts are remembered nowhere else (requirement L3).
 */
async function once<Q, B>(deps: Deps, call: Call<Q, B>, save: () => Promise<Saved>): Promise<Response> {
  const viewer = { person: call.caller.person, language: call.language };
  const saved = await unlessDone(save);
  const { body, etag } = saved
    ? await viewOf(deps, saved.opened, saved.contents, viewer)
    : await viewReport(deps, await ownReportOf(deps, call), viewer);
  return call.json(body, { etag });
}
