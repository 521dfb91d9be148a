import { isDeepStrictEqual } from 'node:util';
import { checkAnswers } from '@insatskollen/shared/reports/checkAnswers.ts';
import type { Answers, AnswersPatch } from '@insatskollen/shared/reports/answers.ts';
import { decideSaveDraft } from '@insatskollen/shared/reports/decide.ts';
import { conflictsOf, merge, type DraftState } from '@insatskollen/shared/reports/draft.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { termsOf } from '../agreements/termsStore.ts';
import type { Deps } from '../deps.ts';
import type { Idempotency } from '../http/idempotency.ts';
import { namesOf } from '../people/names.ts';
import { libraryOf } from '../strategy/library.ts';
import { draftToWriteOn, putDraft, type StoredDraft } from './draftStore.ts';
import { etagOf } from './item.ts';
import { readContents, type Contents, type Opened } from './load.ts';
import { byCaller, ownReportOf, staleReport, type ReportCall } from './request.ts';
import { writeTransition } from './transition.ts';
import { startOver } from '../table/startOver.ts';

/** What a save changes, worked out from the draft as it stands when it is written. */
export type Saving = (draft: DraftState, opened: Opened, stored: StoredDraft | undefined) => Promise<AnswersPatch>;

/** A report and its contents as a save left them. */
export interface Saved {
  opened: Opened;
  contents: Contents;
}

/** Saves a draft: the report and its contents as they are afterwards. Starts over when somebody else saved meanwhile. */
export function saveDraft(deps: Deps, call: ReportCall & { idempotency: Idempotency }, saving: Saving): Promise<Saved> {
  let tried: StoredDraft | undefined;
  return startOver(
    async () => {
      const opened = await ownReportOf(deps, call);
      const contents = await readContents(deps.table, opened);
      // A write of ours may have been done and only its answer lost: then the draft is as we left it.
      if (tried && isDeepStrictEqual(contents.draft, tried)) return { opened, contents };
      const { head } = opened;
      const by = byCaller(deps, call);
      const draft = draftToWriteOn(head, contents.draft, contents.latest?.answers);
      const patch = await saving(draft, opened, contents.draft);
      const after = decideSaveDraft(head, by);
      const merged = merge(draft, patch, by.personId);
      await refuseFaults(deps, call, head, merged.answers);
      const saved = { at: by.at.toISOString(), by: by.personId };
      const stored: StoredDraft = { ...merged, savedAt: saved.at, savedBy: saved.by };
      tried = stored;
      const write = putDraft(head, contents.draft, merged, saved);
      const remembered = call.idempotency.rememberWithoutText();
      let next = head;
      if (!head.hasDraft || !head.authors.includes(by.personId)) {
        const event =
          head.state === 'notStarted' ? { type: 'draftStarted' as const, version: null, reason: null } : undefined;
        next = await writeTransition(deps, { before: head, after, by, event, writes: [write, ...remembered] });
      } else if (remembered.length > 0) await deps.table.transact([write, ...remembered]);
      else await deps.table.put(write.Put);
      return { opened: { ...opened, head: next }, contents: { ...contents, draft: stored } };
    },
    () => call.idempotency.recallAgain(),
  );
}

/** Refuses answers that do not fit the terms that the report is pinned to, with every fault at once. */
export async function refuseFaults(
  deps: Deps,
  { language }: Pick<ReportCall, 'language'>,
  { agreementId, agreementVersion }: Head,
  answers: Answers | AnswersPatch,
): Promise<void> {
  const terms = await termsOf(deps.table, agreementId, agreementVersion);
  const { indicators, dimensions } = await libraryOf(deps);
  const errors = checkAnswers(answers, { terms, indicators, dimensions, language });
  if (errors.length > 0) throw new Refused('invalid', { errors });
}

/** The draft's revision in an ETag that a caller sends back; `*` is the present one, and what we never gave out is refused. */
export async function revisionIn(
  deps: Deps,
  sent: string,
  opened: Opened,
  draft: DraftState,
  stored: StoredDraft | undefined,
): Promise<number> {
  if (sent === '*') return draft.revision;
  if (sent === '0') return 0;
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(sent);
  const since = Number(match?.[2]);
  if (!match || since > draft.revision || Number(match[1]) > opened.head.revision)
    throw await staleReport(deps, opened, stored);
  return since;
}

/** Refuses a change of entries that somebody else changed since, with both values of each. */
export async function refuseConflicts(
  deps: Deps,
  draft: DraftState,
  patch: AnswersPatch,
  since: number,
  opened: Opened,
): Promise<void> {
  const conflicts = conflictsOf(draft, patch, since);
  if (conflicts.length === 0) return;
  throw new Refused('entryConflict', {
    current: { etag: `"${etagOf(opened.head, 'actor', draft.revision)}"`, version: opened.head.version },
    conflicts,
    people: await namesOf(
      deps,
      conflicts.map((conflict) => conflict.personId),
    ),
  });
}
