import { z } from 'zod';
import { BilingualSchema } from '../strategy/strategy.ts';

/**
 * The id of an indicator that is measured on society (requirement R12). It is a type of its own: the id of an indicator of results
 * cannot stand where one of these is asked for.
 */
export const SocietalIdSchema = z.string().brand<'societal'>();
export type SocietalId = z.infer<typeof SocietalIdSchema>;

/** Codes as the statistics office writes them: country `00`, county `04`, municipality `0480`. */
export const GeographySchema = z.object({
  id: z.string(),
  name: BilingualSchema,
  level: z.enum(['municipality', 'region', 'country']),
  /** What Kolada calls it: its regions have four figures too. */
  koladaId: z.string(),
});
export type Geography = z.infer<typeof GeographySchema>;

export const societalGroups = ['rus', 'base-business', 'base-labour', 'complementary'] as const;

/** How a table of PxWeb is asked: which of its variables holds what, and what is chosen of the others. */
const PxWebQuerySchema = z.object({
  geography: z.string(),
  time: z.string(),
  gender: z.string().nullable(),
  /** Variable → the one value that is wanted. */
  choose: z.record(z.string(), z.string()),
  /** Its codes of the geographies, where they are not ours. */
  geographyCodes: z.record(z.string(), z.string()).default({}),
  /** Its codes of the genders. */
  genders: z.object({ total: z.string().nullable(), women: z.string(), men: z.string() }).nullable(),
});
export type PxWebQuery = z.infer<typeof PxWebQuerySchema>;

const SourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('kolada'), kpi: z.string() }),
  z.object({
    type: z.literal('pxweb'),
    provider: z.string(),
    table: z.string().nullable(),
    path: z.string().nullable(),
    /** `null` until somebody has confirmed how the table is asked: then its values are entered by hand. */
    query: PxWebQuerySchema.nullable(),
  }),
  z.object({ type: z.literal('manual'), note: BilingualSchema }),
  /** Worked out of two other series of the same indicator, for each place and period that has both: numerator / denominator × scale. */
  z.object({
    type: z.literal('quotient'),
    numerator: z.string(),
    denominator: z.string(),
    scale: z.string(),
    decimals: z.coerce.number(),
  }),
]);

/** One measure of an indicator. What is measured otherwise is another series, and never drawn as the same line. */
const SeriesSchema = z.object({
  id: z.string(),
  name: BilingualSchema,
  /** Where it differs from the indicator's. */
  unit: BilingualSchema.optional(),
  source: SourceSchema,
  /** The year in which it ended at its source, and the series that went on instead. */
  until: z.string().nullable(),
  replacedBy: z.string().nullable(),
});
export type Series = z.infer<typeof SeriesSchema>;

/** A change in how something is measured. `from` is the first period of the new way; `null` where the source does not say. */
const SeriesBreakSchema = z.object({
  /** `null` is all series. */
  series: z.string().nullable(),
  from: z.string().nullable(),
  text: BilingualSchema,
});
export type SeriesBreak = z.infer<typeof SeriesBreakSchema>;

/** What an indicator of society is, apart from its values. */
export const SocietalIndicatorSchema = z.object({
  id: SocietalIdSchema,
  /** Its number in the plan: `RUS-N1`. */
  sourceId: z.string(),
  name: BilingualSchema,
  group: z.enum(societalGroups),
  unit: BilingualSchema,
  direction: z.enum(['up', 'down', 'none']),
  geographyLevels: z.array(GeographySchema.shape.level),
  frequency: z.literal('yearly'),
  dividedByGender: z.boolean(),
  /** How many decimals it is shown with, at most. */
  decimals: z.coerce.number(),
  series: z.array(SeriesSchema),
  seriesBreaks: z.array(SeriesBreakSchema),
  caveats: z.array(BilingualSchema),
  /** False while nobody has confirmed the source. */
  sourceVerified: z.boolean(),
  /** The last year that the set follows it, and what it follows instead (requirement R14). */
  until: z.string().nullable(),
  replacedBy: SocietalIdSchema.nullable(),
});
export type SocietalIndicator = z.infer<typeof SocietalIndicatorSchema>;
