import { deviationsOf, type EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import { noAnswers, type Answers } from '@insatskollen/shared/reports/answers.ts';
import { changedPaths } from '@insatskollen/shared/reports/changes.ts';
import {
  decideApprove,
  decideRecall,
  decideReopen,
  decideReturn,
  decideSaveDraft,
  decideSubmit,
} from '@insatskollen/shared/reports/decide.ts';
import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { sha256 } from '../table/hash.ts';
import { sealVersion, type Version } from '../reports/versionStore.ts';
import { newRemarks, type Remark } from '../reports/remarkStore.ts';
import type { HistoryEvent, ReportHistory } from './historySchemas.ts';

/** A report as it grows while its history is played. */
export interface Played {
  head: Head;
  terms: Terms;
  history: ReportHistory;
  versions: Map<number, Version>;
  remarks: { version: number; remarks: Remark[] }[];
  draft: Answers | undefined;
}

/** What one event of a history leads to, by the same decisions as in the live product. */
export function playEvent(
  played: Played,
  event: HistoryEvent,
  by: { at: Date; personId: string },
  surroundings: { earlier: EarlierReport[]; indicators: ReadonlyMap<string, Indicator>; salt: () => string },
): { after: Head; version: number | null; reason: string | null } {
  const { head } = played;
  switch (event.type) {
    case 'draftStarted':
      played.draft = played.history.version === null ? (played.history.answers ?? noAnswers) : noAnswers;
      return {
        after: { ...decideSaveDraft(head, by), draftRevision: head.draftRevision + 1 },
        version: null,
        reason: null,
      };
    case 'submitted':
      return playSubmit(played, event.version, by, surroundings);
    case 'recalled':
      played.draft = played.versions.get(head.version)?.answers;
      return { after: decideRecall(head, by), version: head.version, reason: null };
    case 'returned': {
      const { remarks, message } = event;
      played.remarks.push({
        version: event.version,
        remarks: newRemarks({ ...head, version: event.version }, remarks),
      });
      const wanted = { remarks: remarks.length, message: message ?? undefined, answerBy: undefined };
      return { after: decideReturn(head, event.version, wanted, by), version: event.version, reason: message ?? null };
    }
    case 'approved':
      return { after: decideApprove(head, event.version, by), version: event.version, reason: null };
    case 'reopened': {
      const { remarks, reason, keepFigures = false } = event;
      const after = decideReopen(head, event.version, { reason, keepFigures }, by);
      if (remarks.length === 0) return { after, version: event.version, reason };
      // Of an older habit: remarks were written in the same step. They are kept where returns keep theirs.
      played.remarks.push({
        version: event.version,
        remarks: newRemarks({ ...head, version: event.version }, remarks),
      });
      return {
        after: { ...after, remarksOf: event.version, remarkCount: remarks.length, openRemarks: remarks.length },
        version: event.version,
        reason,
      };
    }
  }
}

function playSubmit(
  played: Played,
  number: number,
  by: { at: Date; personId: string },
  {
    earlier,
    indicators,
    salt,
  }: { earlier: EarlierReport[]; indicators: ReadonlyMap<string, Indicator>; salt: () => string },
) {
  const { head, history, terms } = played;
  const previous = history.previousVersions.find((one) => one.version === number);
  const answers = previous?.answers ?? history.answers;
  if (!answers) throw new Error(`version ${number} of ${head.agreementId} ${head.period} has no answers`);
  const latest = played.versions.get(head.version);
  const brief = {
    deviations: deviationsOf(answers, terms, head.period, earlier, indicators).length,
    changed: latest ? changedPaths(latest.answers, answers).length : null,
    openRemarks: head.openRemarks,
  };
  const after = decideSubmit(head, { draftRevision: head.draftRevision + 1, brief }, by);
  if (after.version !== number) throw new Error(`the versions of ${head.agreementId} ${head.period} are not in order`);
  const version = sealVersion(
    {
      agreementId: head.agreementId,
      period: head.period,
      version: number,
      agreementVersion: head.agreementVersion,
      submittedAt: by.at.toISOString(),
      submittedBy: by.personId,
      answers,
    },
    salt,
    sha256,
  );
  played.versions.set(number, version);
  played.draft = undefined;
  return { after, version: number, reason: null };
}
