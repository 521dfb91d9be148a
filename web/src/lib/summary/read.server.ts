import type * as answers from '@insatskollen/functions/summary/schemas.ts';
import { IndicatorKindSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { EntrySchema } from '@insatskollen/shared/reports/answers.ts';
import { BilingualSchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';
import type { Chosen } from './chosen.ts';

type Answer<S extends z.ZodType> = z.ZodType<z.output<S>>;

const count = z.number();
const CoverageSchema: Answer<typeof answers.CoverageSchema> = z.object({
  expected: count,
  notStarted: count,
  draft: count,
  submitted: count,
  returned: count,
  approved: count,
  due: count,
  late: count,
  submittedLate: count,
  outside: count,
});
const range = z.object({ min: z.string(), max: z.string() });
const part = z.union([z.string(), range]).nullable();
const amounts = {
  value: z.string().nullable().optional(),
  ratio: z
    .object({ numerator: z.string(), denominator: z.string(), value: z.string().nullable() })
    .nullable()
    .optional(),
  range: range.nullable().optional(),
};
/** What a figure is, wherever it stands. */
export const figureFields = {
  id: z.string(),
  name: BilingualSchema,
  unit: BilingualSchema,
  kind: IndicatorKindSchema,
  ...amounts,
  choices: z.record(z.string(), count).optional(),
  target: z.string().nullable(),
};
const FigureSchema: Answer<typeof answers.FigureSchema> = z.object({
  ...figureFields,
  contributions: count,
  notApplicable: count,
  notYetKnown: count,
  carriedForward: z.string().nullable(),
  leftOut: count,
  breakdowns: z.record(
    z.string(),
    z.object({ parts: z.record(z.string(), part), missing: part, suppressed: z.boolean() }),
  ),
  trend: z.array(z.object({ period: z.string(), value: z.string().nullable() })),
  yearBefore: z.object({ from: z.string(), to: z.string(), ...amounts, contributions: count }).nullable(),
});
const SummarySchema: Answer<typeof answers.SummarySchema> = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  corrections: z.array(
    z.object({
      at: z.string(),
      what: z.string(),
      agreementId: z.string(),
      period: z.string(),
      version: count.nullable(),
    }),
  ),
  groups: z.array(
    z.object({ id: z.string(), name: z.string(), coverage: CoverageSchema, indicators: z.array(FigureSchema) }),
  ),
});
const ContributionsSchema: Answer<typeof answers.ContributionsSchema> = z.object({
  items: z.array(
    z.object({
      agreementId: z.string(),
      period: z.string(),
      version: count,
      actorId: z.string(),
      initiativeId: z.string(),
      focusArea: z.string(),
      indicatorId: z.string(),
      answer: EntrySchema,
      standing: z.enum(['counts', 'replaced', 'chainEnded']),
      correcting: z.boolean(),
      approvedAt: z.string().nullable(),
      approvedBy: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  people: z.record(z.string(), z.string()),
});
const CorrectionsSchema: Answer<typeof answers.CorrectionsSchema> = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      what: z.string(),
      agreementId: z.string(),
      period: z.string(),
      version: count.nullable(),
      actorId: z.string(),
      initiativeId: z.string(),
      focusArea: z.string(),
      by: z.string().nullable(),
      reason: z.string().nullable(),
      added: z.record(z.string(), z.string()),
    }),
  ),
  nextCursor: z.string().nullable(),
  people: z.record(z.string(), z.string()),
});
const CoverageAnswerSchema: Answer<typeof answers.CoverageAnswerSchema> = z.object({
  period: z.string(),
  items: z.array(z.object({ actorId: z.string(), focusArea: z.string(), coverage: CoverageSchema })),
});

export type Summary = z.output<typeof SummarySchema>;
export type Group = Summary['groups'][number];
export type Figure = Group['indicators'][number];
export type Contribution = z.output<typeof ContributionsSchema>['items'][number];
export type ActorCoverage = z.output<typeof CoverageAnswerSchema>['items'][number];

const windowQuery = ({ period, asOf }: Chosen) => ({ from: period, to: period, ...(asOf === null ? {} : { asOf }) });

/** Figures and coverage of every group in the chosen window. */
export async function readSummary(
  event: ApiEvent,
  chosen: Chosen,
  wanted: { groupBy: 'focusArea' | 'strategicArea'; breakdowns: boolean },
): Promise<Summary> {
  const query = new URLSearchParams({
    ...windowQuery(chosen),
    groupBy: wanted.groupBy,
    include: chosen.preview ? 'preview' : 'official',
    breakdowns: String(wanted.breakdowns),
    trend: 'true',
  });
  return orRefuse(event, await callApi(event, `/api/v1/summary?${query.toString()}`, { schema: SummarySchema }));
}

/** What one actor, initiative or priority of RUS comes to in each area that it counts in; `null` for those whose role does not see it. */
export async function readResults(
  event: ApiEvent,
  of: { kind: 'actors' | 'initiatives' | 'rus-priorities'; id: string },
  chosen: Chosen,
): Promise<Summary | null> {
  const query = new URLSearchParams({
    ...windowQuery(chosen),
    include: chosen.preview ? 'preview' : 'official',
  });
  const path = `/api/v1/${of.kind}/${encodeURIComponent(of.id)}/results?${query.toString()}`;
  const answer = await callApi(event, path, { schema: SummarySchema });
  return !answer.ok && answer.status === 403 ? null : orRefuse(event, answer);
}

/** Answers on a page of what a figure is made of. */
const ROWS = '100';

/** A page of what a figure is made of, the names of those who approved it, and where the next one begins. */
export async function readContributions(
  event: ApiEvent,
  chosen: Chosen,
  of: { groupBy: 'focusArea' | 'strategicArea'; area: string; indicator: string; from: string | null },
): Promise<{ rows: Contribution[]; people: Record<string, string>; next: string | null }> {
  const query = new URLSearchParams({
    ...windowQuery(chosen),
    [of.groupBy]: of.area,
    indicator: of.indicator,
    limit: ROWS,
    ...(of.from === null ? {} : { cursor: of.from }),
  });
  const answer = await callApi(event, `/api/v1/summary/contributions?${query.toString()}`, {
    schema: ContributionsSchema,
  });
  const { items: rows, people, nextCursor: next } = orRefuse(event, answer);
  return { rows, people, next };
}

export type Correction = z.output<typeof CorrectionsSchema>['items'][number] & { who: string | null };

/**
 * What changed a window's official figures after an instant or day and until another, oldest first, and whether there is more than is
 * shown; `null` for those whose role does not see it.
 */
export async function readCorrections(
  event: ApiEvent,
  { period, since, until }: { period: string; since: string; until: string | null },
): Promise<{ items: Correction[]; more: boolean } | null> {
  const query = new URLSearchParams({ from: period, to: period, since, limit: '200' });
  if (until !== null) query.set('until', until);
  const answer = await callApi(event, `/api/v1/summary/corrections?${query.toString()}`, { schema: CorrectionsSchema });
  if (!answer.ok && answer.status === 403) return null;
  const { items, nextCursor, people } = orRefuse(event, answer);
  return {
    items: items.map((one) => ({ ...one, who: one.by === null ? null : (people[one.by] ?? null) })),
    more: nextCursor !== null,
  };
}

/** Who has reported and who has not; `null` for those whose role does not see it. */
export async function readActorCoverage(event: ApiEvent, period: string): Promise<ActorCoverage[] | null> {
  const query = new URLSearchParams({ period });
  const answer = await callApi(event, `/api/v1/coverage?${query.toString()}`, { schema: CoverageAnswerSchema });
  return !answer.ok && answer.status === 403 ? null : orRefuse(event, answer).items;
}
