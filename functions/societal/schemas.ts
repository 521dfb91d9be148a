import { CellSchema, genders, SocietalValueSchema } from '@insatskollen/shared/societal/value.ts';
import { GeographySchema, SocietalIndicatorSchema, societalGroups } from '@insatskollen/shared/societal/indicator.ts';
import { SignsSchema } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { aDay, oneLine } from '@insatskollen/shared/oneLine.ts';
import { plainText, typedDecimal } from '@insatskollen/shared/typed.ts';
import { z } from 'zod';
import { PageQuerySchema } from '../http/paging.ts';

/** What became of a series when its source was asked last, and when. `failed` says nothing of the series: it could not be asked. */
const FetchedSchema = z.object({
  series: z.string(),
  at: z.string(),
  found: z.enum(['current', 'late', 'gone', 'failed']),
  /** The latest period that its source has. */
  latest: z.string().nullable(),
  ...SignsSchema.shape,
});
export type Fetched = z.infer<typeof FetchedSchema>;
export const FetchesSchema = z.array(FetchedSchema);

/** An indicator with values: in a list those of all people together (`total`), by itself all of them. */
const SocietalSchema = SocietalIndicatorSchema.extend({
  version: z.number().int(),
  values: z.array(SocietalValueSchema),
});
export const SocietalDetailSchema = SocietalSchema.extend({
  /** The places that it can be measured in, in the order of the register. */
  geographies: z.array(GeographySchema),
  fetches: FetchesSchema,
});

const year = z.string().regex(/^\d{4}$/);
export const SocietalQuerySchema = PageQuerySchema.extend({
  /** Codes with commas between: `04,0480`. All places where it is left out. */
  geography: z
    .string()
    .max(200)
    .transform((codes) => codes.split(','))
    .optional(),
  /** Periods from this year. */
  from: year.optional(),
});
export const SocietalListSchema = z.object({
  groups: z.array(z.enum(societalGroups)),
  geographies: z.array(GeographySchema),
  items: z.array(
    SocietalSchema.extend({
      /** The series that may have broken at their source, and that nobody has judged yet. */
      suspected: z.array(z.string()),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const MOST_VALUES = 1_000;
const besides = { version: z.number().int().optional(), reason: plainText(1_000).optional() };

/** What somebody enters by hand: numbers with their one source. `null` takes a value back. */
export const EnterValuesSchema = z.strictObject({
  values: z
    .array(
      z.strictObject({
        ...CellSchema.shape,
        gender: z.enum(genders).default('total'),
        value: typedDecimal.nullable(),
      }),
    )
    .min(1)
    .max(MOST_VALUES),
  source: oneLine(300),
  sourceDate: aDay.nullish().transform((day) => day ?? null),
  ...besides,
});

/** What is said of a year that is none, or has not been. */
export const notAYear = {
  sv: 'Skriv ett år som har varit, som 2025.',
  en: 'Write a year that has been, such as 2025.',
};

/** What somebody makes of the signs that a series has broken; `seen` is the last sign that they have seen. */
const VerdictSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('same'), seen: z.string() }),
  z.strictObject({
    is: z.literal('break'),
    seen: z.string(),
    /** The first year of the new way. */
    from: z.string().refine((text) => /^\d{4}$/.test(text), {
      params: { code: 'notAYear', en: notAYear.en },
      message: notAYear.sv,
    }),
    /** Without English, the Swedish text is shown in English too. */
    text: z.strictObject({ sv: oneLine(500), en: oneLine(500).optional() }),
  }),
]);
export type Verdict = z.infer<typeof VerdictSchema>;

/** Taking an indicator out of the set, or back into it, and judging whether its series have broken: by series. */
export const ChangeSocietalSchema = z.strictObject({
  until: year.nullable(),
  replacedBy: z.string().max(100).nullable(),
  verdicts: z.record(z.string(), VerdictSchema).default({}),
  ...besides,
});
