import { windowOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { endOfDay, isDay } from '@insatskollen/shared/calendar/days.ts';
import { EntrySchema } from '@insatskollen/shared/reports/answers.ts';
import { BilingualSchema } from '@insatskollen/shared/strategy/strategy.ts';
import { IndicatorKindSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { z } from 'zod';

const count = z.number();
export const CoverageSchema = z.object({
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
const amounts = {
  value: z.string().nullable().optional(),
  ratio: z
    .object({ numerator: z.string(), denominator: z.string(), value: z.string().nullable() })
    .nullable()
    .optional(),
  range: range.nullable().optional(),
};
const part = z.union([z.string(), range]).nullable();
export const FigureSchema = z.object({
  id: z.string(),
  name: BilingualSchema,
  unit: BilingualSchema,
  kind: IndicatorKindSchema,
  ...amounts,
  choices: z.record(z.string(), count).optional(),
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
  trend: z.array(z.object({ period: z.string(), value: z.string().nullable() })),
  /** With `trend`: the figure in the same window a year before, as far as this one has come; `null` where nothing counts there. */
  yearBefore: z.object({ from: z.string(), to: z.string(), ...amounts, contributions: count }).nullable(),
});

const GroupSchema = z.object({
  id: z.string(),
  name: z.string(),
  coverage: CoverageSchema,
  indicators: z.array(FigureSchema),
});

const CorrectionSchema = z.object({
  at: z.string(),
  what: z.string(),
  agreementId: z.string(),
  period: z.string(),
  version: count.nullable(),
});

export const SummarySchema = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  corrections: z.array(CorrectionSchema),
  groups: z.array(GroupSchema),
});

export const CorrectionsSchema = z.object({
  items: z.array(
    CorrectionSchema.extend({
      actorId: z.string(),
      initiativeId: z.string(),
      focusArea: z.string(),
      /** Who approved it or opened it again; `people` has the names. */
      by: z.string().nullable(),
      reason: z.string().nullable(),
      /** What it moved of each indicator that is summed; negative where it took away. */
      added: z.record(z.string(), z.string()),
    }),
  ),
  nextCursor: z.string().nullable(),
  people: z.record(z.string(), z.string()),
});

const MOST_YEARS = 10;
const period = z.string().max(10);
const years = (window: Window) => Number(window.end.slice(0, 4)) - Number(window.start.slice(0, 4)) + 1;

/** `from` and `to` name periods of any length and include both. */
export const withWindow = <S extends z.ZodRawShape>(shape: S) =>
  z.object({ from: period, to: period, ...shape }).superRefine((query, ctx) => {
    const { from, to } = query as { from: string; to: string };
    const window = windowOf(from, to);
    const fault = (code: string, message: string, en: string) =>
      ctx.addIssue({ code: 'custom', path: ['from'], params: { code, en }, message });
    if (!window)
      fault(
        'notAWindow',
        'Skriv perioder som 2026, 2026-H1 eller 2026-Q3, den tidigare först.',
        'Give periods such as 2026, 2026-H1 or 2026-Q3, the earlier first.',
      );
    else if (years(window) > MOST_YEARS)
      fault('windowTooLong', `Högst ${MOST_YEARS} år åt gången.`, `At most ${MOST_YEARS} years at a time.`);
  });

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
/** An instant in ISO 8601 with offset, or a day, which is until its end. Comes out in UTC. */
export const AsOfSchema = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const instant = isDay(text) ? endOfDay(text) : text;
    const inUtc = z.iso.datetime({ offset: true }).safeParse(instant).success ? new Date(instant).toISOString() : '';
    // What the offset takes out of the years of four digits does not sort as it follows.
    if (/^\d{4}-/.test(inUtc)) return inUtc;
    ctx.addIssue({
      code: 'custom',
      params: { code: 'notAnInstant', en: 'Give the instant as 2026-03-31T12:00:00+02:00.' },
      message: 'Skriv tidpunkten som 2026-03-31T12:00:00+02:00.',
    });
    return z.NEVER;
  });

/** What `/summary` is asked for beside its window. */
export const summaryShape = {
  groupBy: z.enum(['focusArea', 'strategicArea']).default('focusArea'),
  include: z.enum(['official', 'preview']).default('official'),
  asOf: AsOfSchema.optional(),
  breakdowns: flag.default(true),
  trend: flag.default(false),
};
export const SummaryQuerySchema = withWindow(summaryShape);

/** Which figure is opened, beside its window. */
export const contributionsShape = {
  focusArea: z.string().max(100).optional(),
  strategicArea: z.string().max(100).optional(),
  indicator: z.string().max(100),
  asOf: AsOfSchema.optional(),
};
export const ContributionsQuerySchema = withWindow({
  ...contributionsShape,
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(2_000).optional(),
});

export const ResultsQuerySchema = withWindow({});
export const SeenResultsQuerySchema = withWindow({ include: summaryShape.include, asOf: summaryShape.asOf });

export const CorrectionsQuerySchema = withWindow({
  since: AsOfSchema,
  until: AsOfSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(2_000).optional(),
});

export const CoverageQuerySchema = z.object({
  period: period.refine((text) => windowOf(text, text) !== undefined, {
    params: { code: 'notAPeriod', en: 'Give a period such as 2026, 2026-H1 or 2026-Q3.' },
    message: 'Skriv en period som 2026, 2026-H1 eller 2026-Q3.',
  }),
});

export const ContributionRowSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  version: count,
  actorId: z.string(),
  initiativeId: z.string(),
  focusArea: z.string(),
  indicatorId: z.string(),
  answer: EntrySchema,
  /** Stock only: whether a later value of the same chain counts instead, or the chain ended before the window did. */
  standing: z.enum(['counts', 'replaced', 'chainEnded']),
  /** True while its report is opened for correction and the figures are kept. */
  correcting: z.boolean(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
});
export const ContributionsSchema = z.object({
  items: z.array(ContributionRowSchema),
  nextCursor: z.string().nullable(),
  people: z.record(z.string(), z.string()),
});

export const CoverageAnswerSchema = z.object({
  period: z.string(),
  items: z.array(z.object({ actorId: z.string(), focusArea: z.string(), coverage: CoverageSchema })),
});
