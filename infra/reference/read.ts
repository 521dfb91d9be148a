import { readFileSync } from 'node:fs';
import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { QuestionSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { DimensionSchema, IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { QuestionSetSchema } from '@insatskollen/shared/questions/question.ts';
import { GeographySchema, SocietalIndicatorSchema } from '@insatskollen/shared/societal/indicator.ts';
import { StrategySchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z } from 'zod';

const MunicipalitySchema = z.object({ id: z.string(), code: z.string(), name: z.string(), countyCode: z.string() });

/** The strategy and the registers, in the source's order. */
export const readReference = () => ({
  strategy: [read('strategy', StrategySchema.extend({ id: z.string() }))],
  actor: read('actors', z.object({ actors: z.array(ActorSchema) })).actors,
  initiative: read('initiatives', z.array(InitiativeSchema)),
  indicator: read('indicators', z.array(IndicatorSchema)),
  dimension: read('dimensions', z.array(DimensionSchema)),
  question: read('questions', z.array(QuestionSchema)),
  questionSet: read('questionSets', z.array(QuestionSetSchema)),
  municipality: read('municipalities', z.array(MunicipalitySchema)),
});

/** What is followed of society, and the places that it is followed in. */
export const readSociety = () => ({
  indicators: read('societalIndicators', z.array(SocietalIndicatorSchema)),
  geographies: read('societalGeographies', z.array(GeographySchema)),
});

function read<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  return schema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')));
}
