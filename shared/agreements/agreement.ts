import { z } from 'zod';
import { frequencies } from '../calendar/periods.ts';
import { CommitmentSchema } from '../commitments/commitment.ts';
import { ClosingSchema } from './closing.ts';
import { isMaskable } from './confidential.ts';

const TargetsSchema = z.object({
  year: z.string().nullish(),
  periods: z.record(z.string(), z.string()).optional(),
});
export const AgreedIndicatorSchema = z.looseObject({
  indicatorId: z.string(),
  required: z.boolean(),
  breakdowns: z.array(z.string()),
  targets: TargetsSchema,
});
export type AgreedIndicator = z.infer<typeof AgreedIndicatorSchema>;

export const QuestionSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  prompt: z.string(),
  required: z.boolean(),
  maxLength: z.coerce.number(),
});
export type Question = z.infer<typeof QuestionSchema>;

const ConfidentialSchema = z.object({
  field: z.string().refine(isMaskable),
  chapter: z.string(),
  section: z.string(),
  reason: z.string().nullish(),
  masked: z.boolean().optional(),
});

/** Between the region and one actor about one initiative; amounts in SEK as decimals. `questions` are ids. */
export const AgreementSchema = z.looseObject({
  id: z.string(),
  version: z.coerce.number().default(1),
  reference: z.string(),
  actorId: z.string(),
  initiativeId: z.string(),
  termStart: z.string(),
  termEnd: z.string(),
  frequency: z.enum(frequencies),
  dueDays: z.coerce.number(),
  succeeds: z.string().nullable(),
  goal: z.string(),
  criteria: z.array(z.string()),
  indicators: z.array(AgreedIndicatorSchema),
  questions: z.array(z.string()),
  commitments: z.array(CommitmentSchema).optional(),
  financing: z.record(z.string(), z.string()),
  rusPriorities: z.array(z.string()),
  closing: ClosingSchema.optional(),
  confidential: z.array(ConfidentialSchema).optional(),
});
export type Agreement = z.infer<typeof AgreementSchema>;

/** The terms that one report is pinned to: an agreement's version with its questions in full and its focus area. */
export const TermsSchema = AgreementSchema.omit({ questions: true }).extend({
  questions: z.array(QuestionSchema),
  focusArea: z.string(),
});
export type Terms = z.infer<typeof TermsSchema>;
