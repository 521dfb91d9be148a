import { readFileSync } from 'node:fs';
import { HistorySchema, type History } from '@insatskollen/functions/audit/historySchemas.ts';
import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { QuestionSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { DimensionSchema, IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { StrategySchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z } from 'zod';

const MunicipalitySchema = z.object({ id: z.string(), code: z.string(), name: z.string(), countyCode: z.string() });
/** The files of the demo say of themselves that they are made up. */
const DemoSchema = z.object({ synthetic: z.literal(true), asOf: z.iso.datetime({ offset: true }) });
const { agreements: agreementsSchema, reports: reportsSchema } = HistorySchema.shape;

/** The strategy and the registers, in the source's order. */
export const readReference = () => ({
  strategy: [read('strategy', StrategySchema.extend({ id: z.string() }))],
  actor: read('actors', z.object({ actors: z.array(ActorSchema) })).actors,
  initiative: read('initiatives', z.array(InitiativeSchema)),
  indicator: read('indicators', z.array(IndicatorSchema)),
  dimension: read('dimensions', z.array(DimensionSchema)),
  question: read('questions', z.array(QuestionSchema)),
  municipality: read('municipalities', z.array(MunicipalitySchema)),
});

/** The instant at which the demo stands. */
export const demoBeginsAt = (): string => read('demo/agreements', DemoSchema).asOf;

/** The made-up agreements, and what was reported under them. */
export const readDemo = (): History => ({
  agreements: read('demo/agreements', DemoSchema.extend({ agreements: agreementsSchema })).agreements,
  reports: read('demo/reports', DemoSchema.extend({ reports: reportsSchema })).reports,
});

function read<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  return schema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')));
}
