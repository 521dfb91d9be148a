import { AgreementSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { AnswersSchema } from '@insatskollen/shared/reports/answers.ts';
import { z } from 'zod';

const at = z.iso.datetime({ offset: true });
const by = z.object({ role: z.string(), actorId: z.string() });
const remark = z.object({ path: z.string(), text: z.string() });
const plain = { at, by };

/** What happened to a report, in order, as files tell it: nobody is named, only a role and an actor. */
const HistoryEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('draftStarted'), ...plain }),
  z.object({ type: z.literal('submitted'), version: z.number(), ...plain }),
  z.object({ type: z.literal('approved'), version: z.number(), ...plain }),
  z.object({ type: z.literal('recalled'), version: z.number(), ...plain }),
  z.object({
    type: z.literal('returned'),
    version: z.number(),
    message: z.string().nullish(),
    remarks: z.array(remark).default([]),
    ...plain,
  }),
  z.object({
    type: z.literal('reopened'),
    version: z.number(),
    reason: z.string(),
    message: z.string().nullish(),
    remarks: z.array(remark).default([]),
    keepFigures: z.boolean().optional(),
    ...plain,
  }),
]);
export type HistoryEvent = z.infer<typeof HistoryEventSchema>;

const ReportHistorySchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  version: z.number().nullable(),
  /** Of the latest version, or of the draft where there is none. */
  answers: AnswersSchema.nullable(),
  previousVersions: z.array(z.object({ version: z.number(), answers: AnswersSchema })).default([]),
  events: z.array(HistoryEventSchema),
});
export type ReportHistory = z.infer<typeof ReportHistorySchema>;

/** Agreements and what was reported under them, whole. */
export const HistorySchema = z.object({ agreements: z.array(AgreementSchema), reports: z.array(ReportHistorySchema) });
export type History = z.infer<typeof HistorySchema>;
