import { z } from 'zod';

export const reportStates = ['notStarted', 'draft', 'submitted', 'returned', 'approved'] as const;
export const ReportStateSchema = z.enum(reportStates);
export type ReportState = z.infer<typeof ReportStateSchema>;

/** What the agreement asks of one indicator in this very period. */
export const AskedSchema = z.object({
  breakdowns: z.array(z.string()),
  periodTarget: z.string().nullable(),
  yearTarget: z.string().nullable(),
});
export type Asked = z.infer<typeof AskedSchema>;

const count = z.coerce.number();
const instant = z.string().nullable();

/** More time that a coordinator gave: which deadline it moved, from when, why. */
export const ExtensionSchema = z.object({
  of: z.enum(['dueAt', 'answerBy']),
  /** The deadline as it was agreed, or first asked for, before any extension. */
  from: z.string(),
  until: z.string(),
  reason: z.string(),
  at: z.string(),
  personId: z.string(),
});
export type Extension = z.infer<typeof ExtensionSchema>;

/**
 * The head of a report: everything the region may know of it but its answers. One per agreement × period, there from the
 * moment that the agreement is saved (`notStarted`). All a report counts for in the figures follows from it and its version.
 */
export const HeadSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  periodStart: z.string(),
  periodEnd: z.string(),
  termEnd: z.string(),
  actorId: z.string(),
  initiativeId: z.string(),
  focusArea: z.string(),
  /** First agreement of the chain, and this agreement's place in it (a successor's is higher). */
  chain: z.string(),
  chainOrder: count,
  /** Version of the agreement that the report is pinned to, from its first draft on. */
  agreementVersion: count,
  asked: z.record(z.string(), AskedSchema),
  state: ReportStateSchema,
  /** Raised by every transition. */
  revision: count,
  /** Latest submitted version; 0 before there is one. */
  version: count,
  /** Revision that the next draft goes on from, so that it never runs backwards. */
  draftRevision: count,
  dueAt: z.string(),
  answerBy: instant,
  /** The latest extension of the deadline that stands; the deadline itself says until when. */
  extension: ExtensionSchema.nullable().default(null),
  submittedAt: instant,
  submittedBy: z.string().nullable(),
  /** The first version that was received and not recalled: when, and which. */
  firstSubmittedAt: instant,
  firstSubmittedVersion: count.nullable(),
  approvedAt: instant,
  /** The approved version that counts now; null when none does. */
  officialVersion: count.nullable(),
  /** True while an approved version goes on counting although the report was reopened. */
  figuresKept: z.boolean(),
  approvedVersions: z.array(count),
  reviewer: z.object({ personId: z.string(), since: z.string() }).nullable(),
  reopenRequest: z.object({ personId: z.string(), at: z.string(), reason: z.string() }).nullable(),
  authors: z.array(z.string()),
  /** True while a draft lies above the latest version: all that the region may know of it (L3). */
  hasDraft: z.boolean(),
  /** The latest return: which version its remarks are on, how many there are and are not ticked off, and its message. */
  remarksOf: count.nullable(),
  remarkCount: count,
  openRemarks: count,
  message: z.string().nullable(),
  /** What a coordinator wants to know of the submitted version before opening it. */
  brief: z.object({ deviations: count, changed: count.nullable(), openRemarks: count }).nullable(),
  eventCount: count,
  eventHash: z.string().nullable(),
});
export type Head = z.infer<typeof HeadSchema>;

/** Late: past due and never submitted (a recalled one counts as never), or returned and past its `answerBy`. */
export function isLate(head: Pick<Head, 'state' | 'dueAt' | 'answerBy'>, now: Date): boolean {
  if (head.state === 'notStarted' || head.state === 'draft') return now.getTime() > Date.parse(head.dueAt);
  return head.state === 'returned' && head.answerBy !== null && now.getTime() > Date.parse(head.answerBy);
}
