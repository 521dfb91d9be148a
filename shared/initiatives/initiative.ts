import { z } from 'zod';

export const lifecycles = ['potential', 'coming', 'ongoing', 'ended'] as const;
export const LifecycleSchema = z.enum(lifecycles);

/** An activity or project of the plan: one focus area where it counts, others that it also contributes to. */
export const InitiativeSchema = z.looseObject({
  id: z.string(),
  version: z.coerce.number().default(1),
  title: z.string(),
  summary: z.string().nullable(),
  lifecycle: LifecycleSchema,
  primaryFocusArea: z.string(),
  alsoContributesTo: z.array(z.string()),
  responsible: z.array(z.string()),
  /** Departments of the responsible, as `region-sormland/noa`. */
  responsibleUnits: z.array(z.string()).default([]),
  participants: z.array(z.string()),
  timeline: z.looseObject({
    asWritten: z.string().nullable(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    ongoing: z.boolean(),
    note: z.string().nullish(),
  }),
  /** What it led to, in words. */
  result: z.string().nullish(),
  /** The initiative that it lives on in, and the one that it is a part of. */
  continuedIn: z.string().nullish(),
  partOf: z.string().nullish(),
});
export type Initiative = z.infer<typeof InitiativeSchema>;
