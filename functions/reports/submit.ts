import { randomBytes } from 'node:crypto';
import { deviationsOf } from '@insatskollen/shared/reports/advice.ts';
import { entryPaths, noAnswers, type Answers } from '@insatskollen/shared/reports/answers.ts';
import { changedPaths } from '@insatskollen/shared/reports/changes.ts';
import { missingFor } from '@insatskollen/shared/reports/complete.ts';
import { decideRecall, decideSubmit } from '@insatskollen/shared/reports/decide.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import type { Idempotency } from '../http/idempotency.ts';
import { libraryOf } from '../strategy/library.ts';
import { sha256 } from '../table/hash.ts';
import { deleteDraft, putDraft } from './draftStore.ts';
import { readContents } from './load.ts';
import { byCaller, checkMatch, ownReportOf, type ReportCall } from './request.ts';
import { rememberLatest } from './seriesStore.ts';
import { writeTransition } from './transition.ts';
import { startOver } from '../table/startOver.ts';
import { putVersion, sealVersion, type Version } from './versionStore.ts';

type Call = ReportCall & { idempotency: Idempotency };
export interface Receipt {
  version: number;
  sha256: string;
  submittedAt: string;
  registrationNumber: string;
}

export const receiptOf = ({ version, sha256: hash, submittedAt, registrationNumber }: Version): Receipt => ({
  version,
  sha256: hash,
  submittedAt,
  registrationNumber,
});

const salt = () => randomBytes(16).toString('hex');

/** Submits the draft as a new version and answers with its receipt. */
export function submit(deps: Deps, call: Call, sent: string): Promise<Receipt> {
  return startOver(
    async () => {
      const opened = await ownReportOf(deps, call);
      const { head } = opened;
      const contents = await readContents(deps.table, opened);
      const { draft, latest, terms, earlier } = contents;
      await checkMatch(deps, opened, sent, draft);
      const { indicators, dimensions } = await libraryOf(deps);
      const by = byCaller(deps, call);
      const answers = draft?.answers ?? latest?.answers ?? noAnswers;
      const brief = {
        deviations: deviationsOf(answers, terms, head.period, earlier, indicators).length,
        changed: latest ? changedPaths(latest.answers, answers).length : null,
        openRemarks: head.openRemarks,
      };
      const draftRevision = Math.max(draft?.revision ?? 0, head.draftRevision) + 1;
      const after = decideSubmit(head, { draftRevision, brief }, by);
      const errors = missingFor(answers, { terms, indicators, dimensions, language: call.language });
      if (errors.length > 0) throw new Refused('incomplete', { errors });
      const version = sealVersion(
        {
          agreementId: head.agreementId,
          period: head.period,
          version: after.version,
          agreementVersion: head.agreementVersion,
          submittedAt: by.at.toISOString(),
          submittedBy: by.personId,
          answers: withoutBlankTexts(answers),
        },
        salt,
        sha256,
      );
      const receipt = receiptOf(version);
      const { values } = version.answers;
      await writeTransition(deps, {
        before: head,
        after,
        by,
        event: { type: 'submitted', version: version.version, reason: null },
        made: { version: version.version, values },
        writes: [
          putVersion(version),
          deleteDraft(head, draft),
          rememberLatest(head, values),
          ...call.idempotency.remember(200, receipt),
        ],
      });
      return receipt;
    },
    () => call.idempotency.recallAgain(),
  );
}

/** A question left blank and a text of blanks are the same: nothing was said. */
const withoutBlankTexts = (answers: Answers): Answers => ({
  values: answers.values,
  texts: Object.fromEntries(Object.entries(answers.texts).filter(([, text]) => text.trim() !== '')),
});

/** Takes a submitted report back; what it said lies in the draft again. The version stays (requirement L3). */
export function recall(
  deps: Deps,
  call: Call,
  sent: string,
): Promise<{ state: string; version: number; answerBy: string | null }> {
  return startOver(
    async () => {
      const opened = await ownReportOf(deps, call);
      const { head } = opened;
      await checkMatch(deps, opened, sent);
      const by = byCaller(deps, call);
      const after = decideRecall(head, by);
      const { latest } = await readContents(deps.table, opened);
      const answers = latest?.answers ?? noAnswers;
      const changed = { revision: after.draftRevision, personId: by.personId };
      const draft = {
        answers,
        revision: after.draftRevision,
        entryRevisions: Object.fromEntries(entryPaths(answers).map((path) => [path, changed])),
      };
      const body = { state: after.state, version: after.version, answerBy: after.answerBy };
      await writeTransition(deps, {
        before: head,
        after,
        by,
        event: { type: 'recalled', version: head.version, reason: null },
        writes: [
          putDraft(head, undefined, draft, { at: by.at.toISOString(), by: by.personId }),
          ...call.idempotency.remember(200, body),
        ],
      });
      return body;
    },
    () => call.idempotency.recallAgain(),
  );
}
