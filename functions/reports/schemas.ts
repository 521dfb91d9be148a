import { TermsSchema } from '@insatskollen/shared/agreements/agreement.ts';
import {
  AnswersPatchSchema,
  AnswersSchema,
  EntrySchema,
  REMARK_CHARACTERS,
  REMARKS_PER_RETURN,
} from '@insatskollen/shared/reports/answers.ts';
import { aDay } from '@insatskollen/shared/oneLine.ts';
import { plainText } from '@insatskollen/shared/typed.ts';
import { ReportEventSchema } from '@insatskollen/shared/reports/events.ts';
import { ExtensionSchema, ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { reportActions } from '@insatskollen/shared/reports/lifecycle.ts';
import { z } from 'zod';
import { AgreedSchema } from '../dialogues/openStore.ts';

const instant = z.string().nullable();
const count = z.number();

export const RemarkAnswerSchema = z.object({
  id: z.string(),
  path: z.string(),
  text: z.string(),
  resolved: z.boolean(),
  answer: z.string().nullable(),
});

/** A report as lists show it: never with answers. */
export const ReportItemSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  periodStart: z.string(),
  periodEnd: z.string(),
  actorId: z.string(),
  initiativeId: z.string(),
  focusArea: z.string(),
  state: ReportStateSchema,
  version: count,
  dueAt: z.string(),
  answerBy: instant,
  /** More time that was given; the deadline above already says until when. */
  extension: ExtensionSchema.nullable(),
  late: z.boolean(),
  draftOpensAt: z.string(),
  submitOpensAt: z.string(),
  hasDraft: z.boolean(),
  figuresKept: z.boolean(),
  everApproved: z.boolean(),
  officialVersion: count.nullable(),
  submittedAt: instant,
  submittedBy: z.string().nullable(),
  approvedAt: instant,
  reviewer: z.object({ personId: z.string(), since: z.string() }).nullable(),
  reopenRequest: z.object({ personId: z.string(), at: z.string(), reason: z.string() }).nullable(),
  remarks: z.array(RemarkAnswerSchema),
  openRemarks: count,
  message: z.string().nullable(),
  summary: z.object({ deviations: count, changed: count.nullable(), openRemarks: count }).nullable(),
  /** How far the actor's draft has come; for the actor only. */
  progress: z.object({ answered: count, required: count }).nullable(),
});

export type ReportItem = z.infer<typeof ReportItemSchema>;

const FaultSchema = z.object({ path: z.string(), code: z.string(), message: z.string() });
const PeopleSchema = z.record(z.string(), z.string());

const WithheldSchema = z.object({ field: z.string(), chapter: z.string(), section: z.string() });

export const ReportSchema = ReportItemSchema.extend({
  access: z.enum(['actor', 'region', 'approvedOnly']),
  allowed: z.array(z.enum(reportActions)),
  agreement: TermsSchema,
  answers: AnswersSchema,
  /** The version that `answers` are of; null for the actor's own draft. */
  /** What is left out of the answers, and its legal ground: question texts (`texts.<id>`), comments on numbers (`comments.<id>`). */
  withheld: z.array(WithheldSchema),
  answersVersion: count.nullable(),
  draftSavedAt: instant,
  advice: z.array(FaultSchema.extend({ explained: z.boolean() })),
  missing: z.array(FaultSchema),
  previous: z.array(
    z.object({ period: z.string(), agreementId: z.string(), values: z.record(z.string(), EntrySchema) }),
  ),
  previousVersion: z.object({ version: count, answers: AnswersSchema }).nullable(),
  /** What dialogues with the actor left to be done, for it and its coordinators, until the report is approved. */
  agreed: z.array(AgreedSchema),
  people: PeopleSchema,
});
export type ReportAnswer = z.infer<typeof ReportSchema>;

export const ReportQuerySchema = z.object({
  actor: z.string().max(100).optional(),
  period: z.string().max(20).optional(),
  state: ReportStateSchema.optional(),
  focusArea: z.string().max(100).optional(),
  /** `true`: only approved ones that their actors have asked to correct. */
  reopenRequested: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
});

/** What is sent to save a draft: the same for the whole (PUT) and for some entries (PATCH). */
export const DraftBodySchema = z.strictObject({ answers: AnswersSchema });
export const DraftPatchBodySchema = z.strictObject({ answers: AnswersPatchSchema });

export const ReceiptSchema = z.object({
  version: count,
  sha256: z.string(),
  submittedAt: z.string(),
  registrationNumber: z.string(),
});

const REASON_CHARACTERS = 2_000;
const reason = plainText(REASON_CHARACTERS).refine((text) => text.trim() !== '', {
  params: { code: 'missing', en: 'Say why.' },
  message: 'Skriv varför.',
});
/** Which version an action is about. Left out it is refused with 428, as a missing `If-Match` is. */
const version = z.int().min(1).optional();

export const RequestReopenSchema = z.strictObject({ reason });
export const TickSchema = z.strictObject({ resolved: z.boolean(), answer: plainText(REMARK_CHARACTERS).nullish() });

const remark = z.strictObject({
  path: z.string().min(1).max(200),
  text: plainText(REMARK_CHARACTERS).refine((text) => text.trim() !== '', {
    params: { code: 'missing', en: 'Write a remark.' },
    message: 'Skriv en anmärkning.',
  }),
});
export const ReturnSchema = z
  .strictObject({
    version,
    remarks: z.array(remark).max(REMARKS_PER_RETURN).default([]),
    message: plainText(REMARK_CHARACTERS).optional(),
    answerBy: z.string().max(40).optional(),
  })
  .refine((body) => body.remarks.length > 0 || Boolean(body.message?.trim()), {
    path: ['remarks'],
    params: { code: 'nothingSaid', en: 'Write at least one remark or a message.' },
    message: 'Skriv minst en anmärkning eller ett meddelande.',
  });
export const ApproveSchema = z.strictObject({ version, note: plainText(REASON_CHARACTERS).optional() });
export const ReopenSchema = z.strictObject({ version, reason, keepFigures: z.boolean().optional() });

/** Until the end of a day to come, in Stockholm. */
export const ExtendSchema = z.strictObject({ until: aDay, reason });
export const ExtendedSchema = z.object({
  state: ReportStateSchema,
  dueAt: z.string(),
  answerBy: instant,
  late: z.boolean(),
});

export const ApprovedSchema = z.object({ state: ReportStateSchema, version: count, approvedAt: z.string() });
export const MovedSchema = z.object({ state: ReportStateSchema, version: count, answerBy: instant });

export const EventsSchema = z.object({ items: z.array(ReportEventSchema), people: PeopleSchema });
export const VersionSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  version: count,
  agreementVersion: count,
  submittedAt: z.string(),
  submittedBy: z.string(),
  approvedAt: instant,
  answers: AnswersSchema,
  withheld: z.array(WithheldSchema),
  receipt: ReceiptSchema.extend({ textHashes: z.record(z.string(), z.string()) }),
  people: PeopleSchema,
});
export const VerifySchema = z.object({
  ok: z.boolean(),
  events: z.object({ count, ok: z.boolean(), firstBroken: count.nullable() }),
  receipts: z.array(ReceiptSchema.extend({ ok: z.boolean() })),
});
