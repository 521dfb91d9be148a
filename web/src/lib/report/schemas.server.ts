import { TermsSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { AnswersSchema, EntrySchema } from '@insatskollen/shared/reports/answers.ts';
import { CommentSchema } from '@insatskollen/shared/comments/comment.ts';
import { ReportEventSchema } from '@insatskollen/shared/reports/events.ts';
import { ExtensionSchema, ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { reportActions } from '@insatskollen/shared/reports/lifecycle.ts';
import { z } from 'zod';

/** What these pages read of the API's answers. What is not named here is dropped at the border. */

const instant = z.string().nullable();
const count = z.number();
const PeopleSchema = z.record(z.string(), z.string());

const RemarkSchema = z.object({
  id: z.string(),
  path: z.string(),
  text: z.string(),
  resolved: z.boolean(),
  answer: z.string().nullable(),
});
/** A report as lists show it. */
export const ReportItemSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  periodEnd: z.string(),
  actorId: z.string(),
  initiativeId: z.string(),
  focusArea: z.string(),
  state: ReportStateSchema,
  version: count,
  dueAt: z.string(),
  answerBy: instant,
  extension: ExtensionSchema.nullable(),
  late: z.boolean(),
  draftOpensAt: z.string(),
  submitOpensAt: z.string(),
  hasDraft: z.boolean(),
  figuresKept: z.boolean(),
  officialVersion: count.nullable(),
  submittedAt: instant,
  submittedBy: z.string().nullable(),
  approvedAt: instant,
  reviewer: z.object({ personId: z.string(), since: z.string() }).nullable(),
  reopenRequest: z.object({ personId: z.string(), at: z.string(), reason: z.string() }).nullable(),
  remarks: z.array(RemarkSchema),
  openRemarks: count,
  message: z.string().nullable(),
  summary: z.object({ deviations: count, changed: count.nullable(), openRemarks: count }).nullable(),
  progress: z.object({ answered: count, required: count }).nullable(),
});
export type ReportItem = z.infer<typeof ReportItemSchema>;
export const ReportPageSchema = z.object({
  items: z.array(ReportItemSchema),
  nextCursor: z.string().nullable(),
  people: PeopleSchema.default({}),
});

export const ReportSchema = ReportItemSchema.extend({
  access: z.enum(['actor', 'region', 'approvedOnly']),
  allowed: z.array(z.enum(reportActions)),
  agreement: TermsSchema,
  answers: AnswersSchema,
  withheld: z.array(z.object({ field: z.string(), chapter: z.string(), section: z.string() })),
  answersVersion: count.nullable(),
  draftSavedAt: instant,
  advice: z.array(z.object({ path: z.string(), code: z.string(), message: z.string(), explained: z.boolean() })),
  previous: z.array(
    z.object({ period: z.string(), agreementId: z.string(), values: z.record(z.string(), EntrySchema) }),
  ),
  previousVersion: z.object({ version: count, answers: AnswersSchema }).nullable(),
  agreed: z.array(
    z.object({ id: z.string(), dialogueId: z.string(), text: z.string(), owner: z.string(), due: z.string() }),
  ),
  people: PeopleSchema,
  comments: z.array(CommentSchema).nullable().default(null),
});
/** A whole report as the visitor may see it. */
export type Report = z.infer<typeof ReportSchema>;

const ReceiptSchema = z.object({
  version: count,
  sha256: z.string(),
  submittedAt: z.string(),
  registrationNumber: z.string(),
});
export const VersionSchema = z.object({
  version: count,
  submittedAt: z.string(),
  submittedBy: z.string(),
  approvedAt: instant,
  answers: AnswersSchema,
  receipt: ReceiptSchema,
  people: PeopleSchema,
});
export const EventsSchema = z.object({ items: z.array(ReportEventSchema), people: PeopleSchema });
export const VerifySchema = z.object({
  ok: z.boolean(),
  events: z.object({ count, ok: z.boolean(), firstBroken: count.nullable() }),
  receipts: z.array(ReceiptSchema.extend({ ok: z.boolean() })),
});
const FigureSchema = z.object({
  value: z.string().nullable().optional(),
  ratio: z.object({ value: z.string().nullable() }).nullable().optional(),
  range: z.object({ min: z.string(), max: z.string() }).nullable().optional(),
  choices: z.record(z.string(), count).optional(),
  target: z.string().nullable(),
});
export type Figure = z.infer<typeof FigureSchema>;
export const ImpactSchema = z.object({
  window: z.object({ from: z.string(), to: z.string() }),
  area: z.object({ id: z.string(), name: z.string() }),
  indicators: z.array(z.object({ id: z.string(), before: FigureSchema.nullable(), after: FigureSchema.nullable() })),
});
export type Impact = z.infer<typeof ImpactSchema>;

/** What an action answers with, where nothing of it is used. */
export const DoneSchema = z.unknown();
