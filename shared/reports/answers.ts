import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { plainText, typedDecimal } from '../typed.ts';

export const COMMENT_CHARACTERS = 1_000;
export const TEXT_CHARACTERS = 10_000;
const TEXT_BYTES = 40_000;
export const REPORT_BYTES = 350_000;
export const REMARK_CHARACTERS = 2_000;
export const REMARKS_PER_RETURN = 50;

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
