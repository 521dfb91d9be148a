import { AssessmentContentSchema, assessmentStates, EvidenceSchema } from '@insatskollen/shared/insight/assessment.ts';
import { directions } from '@insatskollen/shared/insight/movement.ts';
import { assessmentActions } from '@insatskollen/shared/insight/assess.ts';
import { financingSources } from '@insatskollen/shared/agreements/financing.ts';
import { BilingualSchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z } from 'zod';
import { besides } from '../strategy/saving.ts';
import { FigureSchema, ResultsQuerySchema } from '../summary/schemas.ts';

/** A figure as it stands in a text: what it was, not where it came from, which the figure's own page tells as of the instant. */
export const QuotedFigureSchema = FigureSchema.pick({
  id: true,
  name: true,
  unit: true,
  kind: true,
  value: true,
  ratio: true,
  range: true,
  choices: true,
  target: true,
});
export type QuotedFigure = z.infer<typeof QuotedFigureSchema>;

const amount = z.string();
/** SEK as decimals. */
export const FinancingSchema = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  groups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Agreements in force in the window, those without any financing, and those whose financing the reader may not see. */
      agreements: z.number(),
      withoutFinancing: z.number(),
      withheld: z.number(),
      sources: z.array(z.object({ source: z.enum(financingSources), amount })),
      own: amount,
      external: amount,
      total: amount,
      leverage: amount.nullable(),
      results: z.array(
        z.object({
          id: z.string(),
          name: BilingualSchema,
          unit: BilingualSchema,
          value: amount,
          /** The region's own money in the agreements that are to give it, and that divided by the results. */
          own: amount,
          ownForEach: amount,
          cautions: z.array(z.enum(['incomplete', 'shared'])),
        }),
      ),
    }),
  ),
});

const ContentSchema = z.object({
  direction: z.enum(directions).nullable(),
  conclusion: z.string(),
  analysis: z.string(),
  evidence: z.array(EvidenceSchema),
  /** None in what was written before there was a library of analyses. */
  analysisIds: z.array(z.string()).default([]),
});

const PublishedSchema = ContentSchema.extend({
  version: z.number(),
  figures: z.array(QuotedFigureSchema),
  /** The instant that its figures are as of. */
  asOf: z.string(),
  by: z.string(),
});

/** An assessment as it lies in the table: what is written now, and beside it what was last published. */
export const StoredAssessmentSchema = ContentSchema.extend({
  id: z.string(),
  areaId: z.string(),
  window: z.string(),
  version: z.number(),
  state: z.enum(assessmentStates),
  writtenBy: z.string().nullable(),
  writtenAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  published: PublishedSchema.nullable(),
});
export type StoredAssessment = z.infer<typeof StoredAssessmentSchema>;

const BriefSchema = z.object({
  areaId: z.string(),
  window: z.string(),
  state: z.enum(assessmentStates),
  direction: z.enum(directions).nullable(),
  conclusion: z.string(),
  /** The figures that a published conclusion quotes, as they were then. */
  figures: z.array(QuotedFigureSchema),
});
export type Brief = z.infer<typeof BriefSchema>;

export const AssessmentSchema = StoredAssessmentSchema.omit({ id: true }).extend({
  /** The figures that its texts refer to: as they are, or as they were when it was published. */
  figures: z.array(QuotedFigureSchema),
  asOf: z.string(),
  /** The last one published of the area before this window. */
  previous: BriefSchema.nullable(),
  allowed: z.array(z.enum(assessmentActions)),
  people: z.record(z.string(), z.string()),
});

export const AssessmentListSchema = z.object({ items: z.array(BriefSchema) });
export const AssessmentListQuerySchema = z.object({ window: z.string().max(20) });
export const WriteAssessmentSchema = AssessmentContentSchema.extend({
  /** Left out, they stay as they are: whoever does not know of them takes none away. */
  analysisIds: AssessmentContentSchema.shape.analysisIds.unwrap().optional(),
  version: besides.version,
  reason: besides.reason,
});
export const DecideAssessmentSchema = z.strictObject({ version: z.number().int().optional() });
export const FinancingQuerySchema = ResultsQuerySchema.safeExtend({
  groupBy: z.enum(['focusArea', 'strategicArea']).default('focusArea'),
});
