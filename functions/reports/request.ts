import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { AlreadyDone } from '../http/idempotency.ts';
import { namesOf } from '../people/names.ts';
import type { StoredDraft } from './draftStore.ts';
import { lastEvent } from './eventStore.ts';
import { etagOf } from './item.ts';
import { openReport, type Opened } from './load.ts';

/** What the routes of reports need of a call. */
export interface ReportCall {
  caller: { person: Person };
  language: 'sv' | 'en';
  params: Record<string, string>;
}

/** The report that a call is about, or 404. */
export const reportOf = (deps: Deps, call: ReportCall): Promise<Opened> =>
  openReport(deps.table, call.params['agreementId'] ?? '', call.params['period'] ?? '', call.caller.person);

/** As `reportOf`, for what only reporters of its actor may do. */
export async function ownReportOf(deps: Deps, call: ReportCall): Promise<Opened> {
  const opened = await reportOf(deps, call);
  if (opened.access !== 'actor') throw new Refused('notAllowed');
  return opened;
}

/** Who does it, and when by the clock of periods and events. */
export const byCaller = (deps: Deps, call: ReportCall): { at: Date; personId: string } => ({
  at: deps.businessNow(),
  personId: call.caller.person.id,
});

/** 412 with the current version and who changed it, unless the report still is as the caller saw it; `*` is any. */
export async function checkMatch(
  deps: Deps,
  opened: Pick<Opened, 'head' | 'access'>,
  sent: string,
  draft?: SavedDraft,
): Promise<void> {
  if (sent === '*' || sent === etagNow(opened, draft)) return;
  throw await staleReport(deps, opened, draft);
}

type SavedDraft = Pick<StoredDraft, 'revision' | 'savedAt' | 'savedBy'>;

const etagNow = ({ head, access }: Pick<Opened, 'head' | 'access'>, draft: SavedDraft | undefined): string =>
  etagOf(head, access, draft?.revision ?? head.draftRevision);

/** The refusal of what starts from another state than the report's present one: which that is, and who made it. */
export async function staleReport(
  deps: Deps,
  opened: Pick<Opened, 'head' | 'access'>,
  draft: SavedDraft | undefined,
): Promise<Refused> {
  const { head } = opened;
  const last = await lastEvent(deps.table, head);
  const personId = draft && (!last || draft.savedAt >= last.at) ? draft.savedBy : last?.personId;
  const names = await namesOf(deps, [personId]);
  return new Refused('stale', {
    current: { etag: `"${etagNow(opened, draft)}"`, version: head.version, state: head.state },
    changedBy: personId ? { personId, name: names[personId] ?? null } : null,
  });
}

/** Does it; `undefined` when this very request was done before and only its effect is remembered. */
export async function unlessDone<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AlreadyDone) return undefined;
    throw error;
  }
}
