import { z } from 'zod';
import { oneLine, optionalText } from '../oneLine.ts';
import { CommitmentSchema } from '../commitments/commitment.ts';
import { LifecycleSchema } from './initiative.ts';
import { TimelineContentSchema } from './timeline.ts';

const id = z.string().max(200);
const ids = z.array(id).max(50).default([]);

/** Everything that can be said of an initiative in the register, the source of what the plan says included. */
export const InitiativeContentSchema = z.strictObject({
  title: oneLine(200),
  alternativeTitles: z.array(oneLine(200)).max(20).optional(),
  summary: optionalText(2_000),
  lifecycle: LifecycleSchema.default('potential'),
  primaryFocusArea: id,
  alsoContributesTo: ids,
  alsoContributesToBasis: z.enum(['source', 'proposal']).nullish(),
  placementNote: optionalText(1_000),
  responsible: ids,
  /** Departments as `region-sormland/noa`. */
  responsibleUnits: ids,
  participants: z.array(oneLine(200)).max(100).default([]),
  timeline: TimelineContentSchema.prefault({}),
  quantifiedCommitments: z.array(CommitmentSchema).max(50).default([]),
  /** What it led to, in words, kept for good when it has ended. */
  result: optionalText(10_000),
  continuedIn: id.nullish(),
  partOf: id.nullish(),
  namedFunding: z.string().max(60).nullish(),
  sourceTable: z.number().int().nullish(),
  sourceRow: z.string().max(60).nullish(),
  sourceNote: optionalText(1_000),
  mergedFrom: z.array(z.string().max(60)).max(10).optional(),
  conflictingTimelines: z
    .array(z.strictObject({ sourceTable: z.number().int(), asWritten: z.string().max(300) }))
    .max(10)
    .optional(),
});
export type InitiativeContent = z.infer<typeof InitiativeContentSchema>;
