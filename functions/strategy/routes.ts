import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { DimensionSchema, IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { InitiativeSchema, LifecycleSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { LibraryQuestionSchema, QuestionSetSchema } from '@insatskollen/shared/questions/question.ts';
import { StrategySchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { PageQuerySchema } from '../http/paging.ts';
import { libraryOf } from './library.ts';
import { mountReading } from './reading.ts';

/** The strategy and the registers, for everyone signed in. */
export function mountRegister(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/strategy',
      summary: 'The strategy: 3 strategic areas with their 14 focus areas',
      action: 'register.read',
      answer: StrategySchema,
    },
    async (call) => call.json((await libraryOf(deps)).strategy),
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/library',
      summary: 'Everything that names things: strategy, actors, indicators, dimensions with their parts, questions',
      action: 'register.read',
      answer: LibrarySchema,
    },
    async (call) => {
      const { strategy, actors, indicators, dimensions, questions, questionSets } = await libraryOf(deps);
      return call.json({
        strategy,
        actors: [...actors.values()],
        indicators: [...indicators.values()],
        dimensions: [...dimensions.values()],
        questions: [...questions.values()],
        questionSets: [...questionSets.values()],
      });
    },
  );
  mountReading(api, deps, {
    name: 'actors',
    schema: ActorSchema,
    query: PageQuerySchema,
    things: ({ actors }) => actors,
  });
  mountReading(api, deps, {
    name: 'indicators',
    schema: IndicatorSchema,
    query: PageQuerySchema,
    things: ({ indicators }) => indicators,
  });
  mountReading(api, deps, {
    name: 'initiatives',
    schema: InitiativeSchema,
    query: PageQuerySchema.extend({
      focusArea: z.string().optional(),
      actor: z.string().optional(),
      lifecycle: LifecycleSchema.optional(),
    }),
    things: ({ initiatives }) => initiatives,
    wanted: (initiative, query) =>
      (!query.focusArea ||
        initiative.primaryFocusArea === query.focusArea ||
        initiative.alsoContributesTo.includes(query.focusArea)) &&
      (!query.actor || initiative.responsible.includes(query.actor)) &&
      (!query.lifecycle || initiative.lifecycle === query.lifecycle),
  });
}

const LibrarySchema = z.object({
  strategy: StrategySchema,
  actors: z.array(ActorSchema),
  indicators: z.array(IndicatorSchema),
  dimensions: z.array(DimensionSchema),
  questions: z.array(LibraryQuestionSchema),
  questionSets: z.array(QuestionSetSchema),
});
