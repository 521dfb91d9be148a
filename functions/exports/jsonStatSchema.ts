import { z } from 'zod';
import { CoverageSchema } from '../summary/schemas.ts';

const words = z.record(z.string(), z.string());

/** A dataset of JSON-stat 2.0, as it is answered. */
export const JsonStatSchema = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  updated: z.string(),
  note: z.array(z.string()).optional(),
  id: z.array(z.string()),
  size: z.array(z.number()),
  role: z.object({ time: z.array(z.string()), metric: z.array(z.string()) }),
  dimension: z.record(
    z.string(),
    z.object({
      label: z.string(),
      category: z.object({
        index: z.array(z.string()),
        label: words,
        unit: z.record(z.string(), z.object({ label: z.string(), decimals: z.number() })).optional(),
        note: z.record(z.string(), z.array(z.string())).optional(),
      }),
    }),
  ),
  value: z.record(z.string(), z.number().nullable()),
  status: words,
  extension: z.object({
    asOf: z.string(),
    include: z.string(),
    synthetic: z.boolean(),
    language: z.enum(['sv', 'en']),
    coverage: z.record(z.string(), CoverageSchema.partial()),
    statusLabel: words,
    /** Of published figures: which publication each area's are of. */
    publications: z.array(z.object({ areaId: z.string(), number: z.number(), asOf: z.string() })).optional(),
  }),
});
