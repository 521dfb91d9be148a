import { readFileSync } from 'node:fs';
import { AnalysisContentSchema } from '@insatskollen/shared/analyses/analysis.ts';
import { HistorySchema, type History } from '@insatskollen/functions/audit/historySchemas.ts';
import { ActivityContentSchema } from '@insatskollen/shared/calendar/activity.ts';
import { DecisionContentSchema } from '@insatskollen/shared/dialogues/decision.ts';
import { ActionSchema, DialogueContentSchema } from '@insatskollen/shared/dialogues/dialogue.ts';
import { LessonContentSchema } from '@insatskollen/shared/dialogues/lesson.ts';
import { AssessmentContentSchema } from '@insatskollen/shared/insight/assessment.ts';
import { PublicationContentSchema } from '@insatskollen/shared/publications/publication.ts';
import { genders } from '@insatskollen/shared/societal/value.ts';
import { z } from 'zod';

/** The files of the demo say of themselves that they are made up. */
const DemoSchema = z.object({ synthetic: z.literal(true), asOf: z.iso.datetime({ offset: true }) });
const { agreements: agreementsSchema, reports: reportsSchema } = HistorySchema.shape;

/** The instant at which the demo stands. */
export const demoBeginsAt = (): string => read('demo/agreements', DemoSchema).asOf;

/** The made-up agreements, and what was reported under them. */
export const readDemo = (): History => ({
  agreements: read('demo/agreements', DemoSchema.extend({ agreements: agreementsSchema })).agreements,
  reports: read('demo/reports', DemoSchema.extend({ reports: reportsSchema })).reports,
});

const instant = z.iso.datetime({ offset: true });
const OutlooksSchema = z.object({
  synthetic: z.literal(true),
  outlooks: z.array(z.object({ focusArea: z.string(), writtenAt: instant, text: z.string() })),
});

/** Made-up words on where some focus areas are heading, oldest first. */
const AssessmentsSchema = z.object({
  synthetic: z.literal(true),
  assessments: z.array(
    AssessmentContentSchema.extend({
      areaId: z.string(),
      window: z.string(),
      writtenAt: instant,
      publishedAt: instant,
    }),
  ),
});
/** The demo's published assessments. */
export const readDemoAssessments = () => read('demo/assessments', AssessmentsSchema).assessments;

const PublicationsSchema = z.object({
  synthetic: z.literal(true),
  publications: z.array(
    PublicationContentSchema.extend({
      areaId: z.string(),
      window: z.string(),
      writtenAt: instant,
      publishedAt: instant,
    }),
  ),
});
/** What the demo has made public, oldest first. */
export const readDemoPublications = () => read('demo/publications', PublicationsSchema).publications;

export const readDemoOutlooks = () => read('demo/outlooks', OutlooksSchema).outlooks;

const MeetingsSchema = z.object({
  synthetic: z.literal(true),
  activities: z.array(ActivityContentSchema.extend({ id: z.string() })),
  dialogues: z.array(DialogueContentSchema.extend({ id: z.string(), actions: z.array(ActionSchema) })),
  decisions: z.array(
    DecisionContentSchema.extend({ id: z.string(), writtenAt: instant, from: z.string(), to: z.string() }),
  ),
  lessons: z.array(LessonContentSchema.extend({ id: z.string(), at: instant })),
});

/** Made-up activities, dialogues, decisions and lessons. */
export const readDemoMeetings = () => read('demo/meetings', MeetingsSchema);

const AnalysesSchema = z.object({
  synthetic: z.literal(true),
  analyses: z.array(AnalysisContentSchema.extend({ id: z.string(), enteredAt: instant })),
});

/** Made-up analyses of the surrounding world, from publishers that do not exist. */
export const readDemoAnalyses = () => read('demo/analyses', AnalysesSchema).analyses;

const SocietySchema = z.object({
  synthetic: z.literal(true),
  entries: z.array(
    z.object({
      writtenAt: instant,
      values: z.array(
        z.object({
          indicator: z.string(),
          series: z.string(),
          gender: z.enum(genders),
          geography: z.string(),
          /** The year of the first of `values`; the others follow year by year, `null` where there is none. */
          from: z.string(),
          values: z.array(z.string().nullable()),
        }),
      ),
    }),
  ),
});

/** Made-up values of society, the oldest entry first. */
export const readDemoSociety = () => read('demo/society', SocietySchema).entries;

function read<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  return schema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')));
}
