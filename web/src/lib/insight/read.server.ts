import type * as answers from '@insatskollen/functions/insight/schemas.ts';
import { assessmentActions } from '@insatskollen/shared/insight/assess.ts';
import { assessmentStates, EvidenceSchema } from '@insatskollen/shared/insight/assessment.ts';
import { directions, type Direction } from '@insatskollen/shared/insight/movement.ts';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';
import { figureFields } from '#lib/summary/read.server.ts';

type Answer<S extends z.ZodType> = z.ZodType<z.output<S>>;

const QuotedFigureSchema: Answer<typeof answers.QuotedFigureSchema> = z.object(figureFields);
export type QuotedFigure = z.output<typeof QuotedFigureSchema>;

/** What the pages show of an assessment. */
const AssessmentSchema = z.object({
  areaId: z.string(),
  window: z.string(),
  version: z.number(),
  state: z.enum(assessmentStates),
  direction: z.enum(directions).nullable(),
  conclusion: z.string(),
  analysis: z.string(),
  evidence: z.array(EvidenceSchema),
  analysisIds: z.array(z.string()),
  figures: z.array(QuotedFigureSchema),
  asOf: z.string(),
  writtenBy: z.string().nullable(),
  writtenAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  previous: z
    .object({ window: z.string(), direction: z.enum(directions).nullable(), conclusion: z.string() })
    .nullable(),
  published: z.object({ asOf: z.string(), conclusion: z.string() }).nullable(),
  allowed: z.array(z.enum(assessmentActions)),
  people: z.record(z.string(), z.string()),
});
export type Assessment = z.output<typeof AssessmentSchema>;

const BriefsSchema = z.object({
  items: z.array(
    z.object({
      areaId: z.string(),
      state: z.enum(assessmentStates),
      direction: z.enum(directions).nullable(),
      conclusion: z.string(),
      figures: z.array(QuotedFigureSchema),
    }),
  ),
});
type Brief = z.output<typeof BriefsSchema>['items'][number];

/** What is published of each area in a window, by area. Refused for those whose role does not see it. */
export async function readPublished(event: ApiEvent, window: string): Promise<Map<string, Brief>> {
  const query = new URLSearchParams({ window });
  const { items } = orRefuse(
    event,
    await callApi(event, `/api/v1/assessments?${query.toString()}`, { schema: BriefsSchema }),
  );
  return new Map(items.flatMap((one) => (one.state === 'published' ? [[one.areaId, one] as const] : [])));
}

/** Where each area is moving in a window, by what is published of it; nothing for those whose role does not see it. */
export async function readMovements(event: ApiEvent, window: string): Promise<Map<string, Direction>> {
  const query = new URLSearchParams({ window });
  const answer = await callApi(event, `/api/v1/assessments?${query.toString()}`, { schema: BriefsSchema });
  // The figures are there without it.
  if (!answer.ok) return new Map();
  return new Map(
    answer.data.items.flatMap(({ areaId, state, direction }) =>
      state === 'published' && direction ? [[areaId, direction] as const] : [],
    ),
  );
}

/** Where an area's assessment of a window is read and written. */
export const assessmentPath = (areaId: string, window: string): string =>
  `/assessments/${encodeURIComponent(areaId)}/${encodeURIComponent(window)}`;

/** An area's assessment of a window; `null` where nothing is published, for those who only read what is. */
export async function readAssessment(event: ApiEvent, areaId: string, window: string): Promise<Assessment | null> {
  const answer = await callApi(event, `/api/v1${assessmentPath(areaId, window)}`, { schema: AssessmentSchema });
  return !answer.ok && (answer.status === 404 || answer.status === 403) ? null : orRefuse(event, answer);
}
