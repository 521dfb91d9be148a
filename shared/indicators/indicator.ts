import { z } from 'zod';
import { BilingualSchema } from '../strategy/strategy.ts';

const indicatorKinds = ['flow', 'stock', 'ratio', 'unique', 'text'] as const;
export const IndicatorKindSchema = z.enum(indicatorKinds);
export type IndicatorKind = z.infer<typeof IndicatorKindSchema>;

/** A defined quantity. `decimals` is how many are allowed after the point; a ratio's value is numerator / denominator × scale. */
export const IndicatorSchema = z.looseObject({
  id: z.string(),
  version: z.coerce.number().default(1),
  name: BilingualSchema,
  unit: BilingualSchema,
  kind: IndicatorKindSchema,
  decimals: z.coerce.number(),
  direction: z.enum(['up', 'down', 'none']),
  dimensions: z.array(z.string()),
  definition: z.looseObject({ sv: z.string() }),
  numerator: z.looseObject({ sv: z.string() }).optional(),
  denominator: z.looseObject({ sv: z.string() }).optional(),
  scale: z.string().optional(),
  options: z.array(z.object({ id: z.string(), name: BilingualSchema })).optional(),
  negative: z.boolean().optional(),
  plausible: z.object({ min: z.string().nullable(), max: z.string().nullable() }).nullish(),
  replaces: z.string().nullish(),
  /** The indicator of which it counts some; of a ratio, of which its denominator counts some. */
  partOf: z.string().nullish(),
  /** The day from which no new agreement takes it; those that have it keep it. */
  retiredAt: z.string().nullish(),
});
export type Indicator = z.infer<typeof IndicatorSchema>;

/** A way to break a number down, with its parts in order. */
export const DimensionSchema = z.looseObject({
  id: z.string(),
  name: BilingualSchema,
  parts: z.array(z.object({ id: z.string(), name: BilingualSchema })),
});
export type Dimension = z.infer<typeof DimensionSchema>;
