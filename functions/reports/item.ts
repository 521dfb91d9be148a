import { draftOpensAt, submitOpensAt } from '@insatskollen/shared/calendar/deadlines.ts';
import type { ReportAccess } from '@insatskollen/shared/people/permissions.ts';
import { holderOf } from '@insatskollen/shared/reports/decide.ts';
import { isLate, type Head } from '@insatskollen/shared/reports/head.ts';
import type { z } from 'zod';
import type { Remark } from './remarkStore.ts';
import type { ReportItemSchema } from './schemas.ts';

type ReportItem = z.infer<typeof ReportItemSchema>;

/**
 * A report's head as the contract shows it. Whoever sees approved versions only (leaders, departments) is told nothing of what was
 * submitted since, or of what is said between the actor and its coordinator.
 */
export function reportItem(head: Head, now: Date, access: ReportAccess, remarks: readonly Remark[] = []): ReportItem {
  const { agreementId, period, periodStart, periodEnd, actorId, initiativeId, focusArea, state, dueAt, answerBy } =
    head;
  const {
    hasDraft,
    figuresKept,
    officialVersion,
    submittedAt,
    submittedBy,
    approvedAt,
    reopenRequest,
    message,
    brief,
  } = head;
  const leader = access === 'approvedOnly';
  const approved = head.approvedVersions.at(-1) ?? null;
  const holder = holderOf(head, now);
  return {
    agreementId,
    period,
    periodStart,
    periodEnd,
    actorId,
    initiativeId,
    focusArea,
    state,
    version: leader ? (approved ?? 0) : head.version,
    dueAt,
    answerBy,
    extension: leader ? null : head.extension,
    late: isLate(head, now),
    draftOpensAt: draftOpensAt({ start: periodStart }),
    submitOpensAt: submitOpensAt({ end: periodEnd }, head.termEnd),
    hasDraft,
    figuresKept,
    everApproved: approved !== null,
    officialVersion,
    submittedAt,
    submittedBy,
    approvedAt,
    reviewer: holder && head.reviewer ? head.reviewer : null,
    reopenRequest: leader ? null : reopenRequest,
    remarks: leader ? [] : [...remarks],
    openRemarks: leader ? 0 : head.openRemarks,
    message: leader ? null : message,
    summary: access === 'region' ? brief : null,
    progress: null,
  };
}

/** The ETag of a report for someone: `0` before it is started; for its actor also the draft's revision. */
export function etagOf(head: Head, access: ReportAccess, draftRevision: number): string {
  if (head.state === 'notStarted') return '0';
  return access === 'actor' ? `${head.revision}.${draftRevision}` : `${head.revision}`;
}
