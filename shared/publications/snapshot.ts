import { z } from 'zod';
import { directions } from '../insight/movement.ts';
import { DimensionSchema, IndicatorKindSchema, IndicatorSchema } from '../indicators/indicator.ts';
import { BilingualSchema } from '../strategy/strategy.ts';

const count = z.number();
const range = z.object({ min: z.string(), max: z.string() });
const part = z.union([z.string(), range]).nullable();

const PublicFigureSchema = z.object({
  id: z.string(),
  name: BilingualSchema,
  unit: BilingualSchema,
  kind: IndicatorKindSchema,
  value: z.string().nullable().exactOptional(),
  ratio: z
    .object({ numerator: z.string(), denominator: z.string(), value: z.string().nullable() })
    .nullable()
    .exactOptional(),
  range: range.nullable().exactOptional(),
  choices: z.record(z.string(), count).exactOptional(),
  target: z.string().nullable(),
  contributions: count,
  notApplicable: count,
  notYetKnown: count,
  carriedForward: z.string().nullable(),
  leftOut: count,
  breakdowns: z.record(
    z.string(),
    z.object({ parts: z.record(z.string(), part), missing: part, suppressed: z.boolean() }),
  ),
  /** True where it is measured and its numbers are not shown to anyone. */
  hidden: z.boolean(),
});

/** The parts of an indicator that say what it is; how it is kept and where it came from stay inside. */
const PublicIndicatorSchema = z
  .object(
    IndicatorSchema.pick({
      ...{ id: true, version: true, name: true, unit: true, kind: true, decimals: true, direction: true },
      ...{ dimensions: true, scale: true, options: true },
    }).shape,
  )
  .extend({
    definition: z.object({ sv: z.string() }),
    numerator: z.object({ sv: z.string() }).optional(),
    denominator: z.object({ sv: z.string() }).optional(),
  });
const PublicDimensionSchema = z.object(DimensionSchema.pick({ id: true, name: true, parts: true }).shape);

/** An area's results in a window as they were published, whole and for good: nothing else is read to show it. */
export const SnapshotSchema = z.object({
  areaId: z.string(),
  window: z.string(),
  /** 1 for the first that was published of the area and window. */
  number: count,
  publishedAt: z.string(),
  /** The instant that the figures are as of. */
  asOf: z.string(),
  synthetic: z.boolean(),
  area: z.object({
    name: z.string(),
    groupBy: z.enum(['focusArea', 'strategicArea']),
    /** The strategic area that it is or lies in. */
    strategic: z.object({ id: z.string(), name: z.string(), order: count }),
  }),
  /** Reports that were expected and are approved: what is under way is between the region and its actors. */
  coverage: z.object({ expected: count, approved: count }),
  figures: z.array(PublicFigureSchema),
  indicators: z.array(PublicIndicatorSchema),
  dimensions: z.array(PublicDimensionSchema),
  /** What the region concluded, in Swedish, where that was published by itself. */
  assessment: z.object({ direction: z.enum(directions), conclusion: z.string() }).nullable(),
  /** How the results were used, in Swedish. */
  text: z.string(),
  /** Of a strategic area: the publications that its figures are the sums of. */
  sumOf: z.array(z.object({ areaId: z.string(), name: z.string(), number: count })),
});
export type Snapshot = z.infer<typeof SnapshotSchema>;

/** What lies where a publication was withdrawn. */
export const WithdrawnSchema = z.object({
  areaId: z.string(),
  window: z.string(),
  number: count,
  withdrawnAt: z.string(),
});
export type Withdrawn = z.infer<typeof WithdrawnSchema>;

/** A line of the list of what is public. */
export const ListedSchema = z.object({
  areaId: z.string(),
  window: z.string(),
  number: count,
  publishedAt: z.string(),
  name: z.string(),
  groupBy: z.enum(['focusArea', 'strategicArea']),
  strategicId: z.string(),
  synthetic: z.boolean(),
  direction: z.enum(directions).nullable(),
  text: z.string(),
});
export type Listed = z.infer<typeof ListedSchema>;

/** The areas by name, as they were when something was last published. */
export const PublicStrategySchema = z.object({
  strategicAreas: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      order: count,
      vision: z.string(),
      focusAreas: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});
export type PublicStrategy = z.infer<typeof PublicStrategySchema>;
