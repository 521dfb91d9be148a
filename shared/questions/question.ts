import { z } from 'zod';
import { QuestionSchema } from '../agreements/agreement.ts';
import { aDay, oneLine, optionalText } from '../oneLine.ts';
import { TEXT_CHARACTERS } from '../reports/answers.ts';
import { plainText } from '../typed.ts';

/** Everything that can be said of a question. `retiredAt` is the day from which no new agreement takes it. */
export const QuestionContentSchema = z.strictObject({
  name: oneLine(120),
  /** What is asked, as the one who answers reads it. */
  prompt: plainText(600)
    .transform((text) => text.trim())
    .superRefine((text, ctx) => {
      if (text === '')
        ctx.addIssue({
          code: 'custom',
          params: { code: 'blank', en: 'Write the question.' },
          message: 'Skriv frågan.',
        });
    }),
  required: z.boolean().default(true),
  maxLength: z.coerce.number().int().min(100).max(TEXT_CHARACTERS).default(TEXT_CHARACTERS),
  retiredAt: aDay.nullish(),
});
export type QuestionContent = z.infer<typeof QuestionContentSchema>;

/** A question as the library shows it; an agreement pins it as it was when it was written. */
export const LibraryQuestionSchema = QuestionSchema.extend({
  version: z.coerce.number().default(1),
  retiredAt: z.string().nullish(),
});
export type LibraryQuestion = z.infer<typeof LibraryQuestionSchema>;

/** Questions that are chosen together when an agreement is written, in the order that they are asked. */
export const QuestionSetContentSchema = z.strictObject({
  name: oneLine(120),
  note: optionalText(1_000),
  questions: z.array(z.string().max(200)).min(1).max(40),
  retiredAt: aDay.nullish(),
});
export type QuestionSetContent = z.infer<typeof QuestionSetContentSchema>;

/** A question set as the library shows it. */
export const QuestionSetSchema = z.looseObject({
  id: z.string(),
  version: z.coerce.number().default(1),
  name: z.string(),
  note: z.string().nullish(),
  questions: z.array(z.string()),
  retiredAt: z.string().nullish(),
});
export type QuestionSet = z.infer<typeof QuestionSetSchema>;
