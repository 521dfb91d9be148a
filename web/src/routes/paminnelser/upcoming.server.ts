import { ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import { UndeliveredSchema } from '#lib/notices/undelivered.server.ts';

/** What the API says of reports that are waited for. */
export const UpcomingSchema = z.object({
  until: z.string(),
  items: z.array(
    z.object({
      agreementId: z.string(),
      period: z.string(),
      actorId: z.string(),
      initiativeId: z.string(),
      state: ReportStateSchema,
      dueAt: z.string(),
      answerBy: z.string().nullable(),
      late: z.boolean(),
      days: z.array(z.string()),
      personIds: z.array(z.string()),
    }),
  ),
  people: z.record(
    z.string(),
    z.object({
      name: z.string(),
      rhythm: z.enum(['daily', 'weekly']),
      undelivered: UndeliveredSchema.nullable(),
    }),
  ),
});

export const LettersSchema = z.object({ items: z.array(z.object({ personId: z.string(), name: z.string() })) });
