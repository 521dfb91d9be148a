import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { parseDecimal } from '../decimal.ts';

export const COMMENT_CHARACTERS = 1_000;
export const TEXT_CHARACTERS = 10_000;
const TEXT_BYTES = 40_000;
export const REPORT_BYTES = 350_000;
export const REMARK_CHARACTERS = 2_000;
export const REMARKS_PER_RETURN = 50;

const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' });
/** Length as people count it: an emoji with a skin tone, or å written as two code points, is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const segment of segmenter.segment(text)) count += segment.segment.length > 0 ? 1 : 0;
  return count;
}
const bytes = (text: string) => new TextEncoder().encode(text).length;

// Control characters other than tab, line feed and carriage return: they cannot be seen, printed or archived.
const unprintable = /[^\P{Cc}\t\n\r]/u;

/** Plain text of at most so many characters as people count them; line ends become `\n`. */
export const plainText = (characters: number, maxBytes = characters * 4) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
    .superRefine((text, ctx) => {
      const fault = (code: string, message: string, en: string) =>
        ctx.addIssue({ code: 'custom', params: { code, en }, message });
      if (unprintable.test(text) || !text.isWellFormed())
        fault(
          'unprintable',
          'Texten innehåller tecken som inte går att skriva ut.',
          'The text holds characters that cannot be printed.',
        );
      if (
        text.length > characters * 16 ||
        bytes(text) > maxBytes ||
        (text.length > characters && countCharacters(text) > characters)
      )
        fault('tooLong', `Högst ${characters} tecken.`, `At most ${characters} characters.`);
    });

/** A number as typed, read into canonical form; refused when it cannot be read for certain. */
export const typedDecimal = z.string().transform((typed, ctx) => {
  const value = parseDecimal(typed);
  if (value !== undefined) return value;
  ctx.addIssue({
    code: 'custom',
    params: { code: 'notANumber', en: 'The number cannot be read. Write for example 1234 or 1234.5.' },
    message: 'Talet går inte att läsa. Skriv till exempel 1234 eller 1 234,5.',
  });
  return z.NEVER;
});

const comment = { comment: plainText(COMMENT_CHARACTERS).optional() };
const rawField = plainText(200);
const BreakdownsSchema = z.record(z.string().max(60), z.record(z.string().max(60), typedDecimal));

export const ValueSchema = z.strictObject({
  kind: z.literal('value'),
  value: typedDecimal,
  breakdowns: BreakdownsSchema.optional(),
  ...comment,
});
const RatioSchema = z.strictObject({
  kind: z.literal('ratio'),
  numerator: typedDecimal,
  denominator: typedDecimal,
  ...comment,
});
const ChoiceSchema = z.strictObject({ kind: z.literal('choice'), choice: z.string().max(60), ...comment });
const NotApplicableSchema = z.strictObject({ kind: z.literal('notApplicable'), ...comment });
const NotYetKnownSchema = z.strictObject({
  kind: z.literal('notYetKnown'),
  promisedBy: z.string().refine(isDay, {
    params: { code: 'notADate', en: 'Give the date as 2026-04-30.' },
    message: 'Skriv datumet som 2026-04-30.',
  }),
  ...comment,
});
/** What was typed and cannot be read: kept in a draft, advised on, and blocks submitting. Keys are field names of the form. */
const UnparsedSchema = z.strictObject({
  kind: z.literal('unparsed'),
  raw: z.record(z.string().max(120), rawField),
  ...comment,
});

/** One quantitative answer. Empty is not zero: what is not answered is not there. */
export const EntrySchema = z.discriminatedUnion('kind', [
  ValueSchema,
  RatioSchema,
  ChoiceSchema,
  NotApplicableSchema,
  NotYetKnownSchema,
  UnparsedSchema,
]);
export type Entry = z.output<typeof EntrySchema>;
export type EntryKind = Entry['kind'];

const TextSchema = plainText(TEXT_CHARACTERS, TEXT_BYTES);
const indicatorId = z.string().min(1).max(100);
const questionId = z.string().min(1).max(100);

export const AnswersSchema = z.strictObject({
  values: z.record(indicatorId, EntrySchema).default({}),
  texts: z.record(questionId, TextSchema).default({}),
});
/** Everything that an actor answers for one report: values by indicator, texts by question. */
export type Answers = z.output<typeof AnswersSchema>;

/** A change of some entries; `null` clears one. */
export const AnswersPatchSchema = z.strictObject({
  values: z.record(indicatorId, EntrySchema.nullable()).default({}),
  texts: z.record(questionId, TextSchema.nullable()).default({}),
});
export type AnswersPatch = z.output<typeof AnswersPatchSchema>;

export const noAnswers: Answers = { values: {}, texts: {} };

/** Paths of everything answered: `values.<indicatorId>`, `texts.<questionId>`. */
export const entryPaths = (answers: AnswersPatch | Answers): string[] => [
  ...Object.keys(answers.values).map((id) => `values.${id}`),
  ...Object.keys(answers.texts).map((id) => `texts.${id}`),
];
