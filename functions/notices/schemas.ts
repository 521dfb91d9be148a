import { noticeKinds, optionalKinds, PreferencesSchema, rhythms } from '@insatskollen/shared/notices/preferences.ts';
import { oneLine } from '@insatskollen/shared/oneLine.ts';
import { parsePeriod } from '@insatskollen/shared/calendar/periods.ts';
import { ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { plainText } from '@insatskollen/shared/typed.ts';
import { z } from 'zod';
import { PageQuerySchema } from '../http/paging.ts';
import { outboxStates } from './outbox.ts';
import { undeliveredKinds } from './undelivered.ts';

export const PreferencesAnswerSchema = PreferencesSchema.extend({
  version: z.number().int(),
  /** What there is to be told of, and which of it one can be without. */
  kinds: z.array(z.object({ kind: z.enum(noticeKinds), optional: z.boolean() })),
});
export const PreferencesBodySchema = PreferencesSchema.extend({ version: z.number().int().optional() });
export const preferenceKinds = noticeKinds.map((kind) => ({
  kind,
  optional: optionalKinds.some((optional) => optional === kind),
}));

export const OutboxQuerySchema = PageQuerySchema.extend({ state: z.enum(outboxStates).default('dead') });
/** A letter as administrators see it: to whom and how it went, never what it says. */
export const OutboxAnswerSchema = z.object({
  id: z.string(),
  kind: z.enum(['digest', 'letter']),
  personId: z.string(),
  state: z.enum(outboxStates),
  day: z.string(),
  at: z.string(),
  createdAt: z.string(),
  attempts: z.number().int(),
  fault: z.enum(['refused', 'unreachable', 'noAnswer']).nullable(),
});
export const OutboxPageSchema = z.object({
  items: z.array(OutboxAnswerSchema),
  people: z.record(z.string(), z.string()),
  nextCursor: z.string().nullable(),
});

const notAPeriod = { code: 'notAPeriod', en: 'Write a period such as 2026-Q3, 2026-H1, 2026 or 2025-26.' };
export const UpcomingQuerySchema = z.object({
  period: z
    .string()
    .max(20)
    .refine((id) => parsePeriod(id) !== undefined || id === 'final' || /^after-\d{4}$/.test(id), {
      params: notAPeriod,
      message: 'Skriv en period som 2026-Q3, 2026-H1, 2026 eller 2025-26.',
    })
    .optional(),
});
const UndeliveredSchema = z.object({ at: z.string(), kind: z.enum(undeliveredKinds) });
export const UpcomingAnswerSchema = z.object({
  /** Reminders until and with this day. */
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
      /** The days on which its reporters are reminded, if nothing changes. */
      days: z.array(z.string()),
      personIds: z.array(z.string()),
    }),
  ),
  people: z.record(
    z.string(),
    z.object({ name: z.string(), rhythm: z.enum(rhythms), undelivered: UndeliveredSchema.nullable() }),
  ),
});

export const UndeliveredAnswerSchema = z.object({
  items: z.array(UndeliveredSchema.extend({ personId: z.string(), name: z.string(), actorIds: z.array(z.string()) })),
});

const SUBJECT_CHARACTERS = 150;
const TEXT_CHARACTERS = 5_000;
const REPORTS = 60;
export const LetterBodySchema = z.strictObject({
  subject: oneLine(SUBJECT_CHARACTERS),
  text: plainText(TEXT_CHARACTERS)
    .transform((text) => text.trim())
    .refine((text) => text !== '', {
      params: { code: 'missing', en: 'Write something.' },
      message: 'Skriv något.',
    }),
  reports: z
    .array(z.strictObject({ agreementId: z.string().min(1).max(200), period: z.string().min(1).max(20) }))
    .min(1)
    .max(REPORTS),
});
export const LetterAnswerSchema = z.object({ items: z.array(z.object({ personId: z.string(), name: z.string() })) });
