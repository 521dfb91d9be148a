import { isMaskable } from '@insatskollen/shared/agreements/confidential.ts';
import { frequencies } from '@insatskollen/shared/calendar/periods.ts';
import { CommitmentSchema } from '@insatskollen/shared/commitments/commitment.ts';
import { aDay, oneLine, optionalText } from '@insatskollen/shared/oneLine.ts';
import { plainText } from '@insatskollen/shared/typed.ts';
import { z } from 'zod';

const decimal = z.string().max(60);
const optional = { year: decimal.nullish(), periods: z.record(z.string().max(20), decimal).optional() };

/** An agreement as it is sent; what it holds is checked against the registers afterwards, so that every fault is told at once. */
const fields = {
  reference: oneLine(100),
  termStart: aDay,
  termEnd: aDay,
  frequency: z.enum(frequencies),
  dueDays: z.int(),
  goal: plainText(10_000),
  criteria: z.array(plainText(2_000)).max(50),
  indicators: z
    .array(
      z.strictObject({
        indicatorId: z.string().max(200),
        required: z.boolean().default(true),
        breakdowns: z.array(z.string().max(200)).max(50).default([]),
        targets: z.strictObject(optional).default({}),
      }),
    )
    .max(200),
  questions: z.array(z.string().max(200)).max(200),
  commitments: z.array(CommitmentSchema).max(50).optional(),
  financing: z.record(z.string().max(50), decimal).default({}),
  rusPriorities: z.array(z.string().max(200)).max(50).default([]),
  closing: z
    .strictObject({ final: z.boolean().default(false), after: z.array(z.string().max(20)).max(10).default([]) })
    .optional(),
  confidential: z
    .array(
      z.strictObject({
        field: z
          .string()
          .max(110)
          .refine(isMaskable, {
            params: { code: 'notMaskable', en: 'This cannot be marked as confidential.' },
            message: 'Det här kan inte sekretessmarkeras.',
          }),
        chapter: oneLine(20),
        section: oneLine(20),
        reason: optionalText(1_000),
      }),
    )
    .max(200)
    .optional(),
};
const who = { actorId: z.string().max(200), initiativeId: z.string().max(200) };

export const NewAgreementSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,98}$/)
    .optional(),
  version: z.int().optional(),
  ...who,
  ...fields,
  succeeds: z.string().max(200).nullable().default(null),
});
export const ChangedAgreementSchema = NewAgreementSchema.extend({
  id: z.string().optional(),
  /** A period: what begins before it stays as it was agreed. All that is not begun changes when it is left out. */
  effectiveFrom: z.string().max(20).nullish(),
  reason: optionalText(2_000),
});
