import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { DimensionSchema, IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { QuestionSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { InitiativeSchema, LifecycleSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { StrategySchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { PageQuerySchema, pageOf, pageSchema } from '../http/paging.ts';
import { libraryOf } from './library.ts';

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
      const { strategy, actors, indicators, dimensions, questions } = await libraryOf(deps);
      return call.json({
        strategy,
        actors: [...actors.values()],
        indicators: [...indicators.values()],
        dimensions: [...dimensions.values()],
        questions: [...questions.values()],
      });
    },
  );
  register(
    api,
    deps,
    'actors',
    ActorSchema,
    PageQuerySchema,
    (library) => library.actors,
    () => true,
  );
  register(
    api,
    deps,
    'indicators',
    IndicatorSchema,
    PageQuerySchema,
    (library) => library.indicators,
    () => true,
  );
  register(
    api,
    deps,
    'initiatives',
    InitiativeSchema,
    PageQuerySchema.extend({
      focusArea: z.string().optional(),
      actor: z.string().optional(),
      lifecycle: LifecycleSchema.optional(),
    }),
    (library) => library.initiatives,
    (initiative, query) =>
      (!query.focusArea ||
        initiative.primaryFocusArea === query.focusArea ||
        initiative.alsoContributesTo.includes(query.focusArea)) &&
      (!query.actor || initiative.responsible.includes(query.actor)) &&
      (!query.lifecycle || initiative.lifecycle === query.lifecycle),
  );
}

const LibrarySchema = z.object({
  strategy: StrategySchema,
  actors: z.array(ActorSchema),
  indicators: z.array(IndicatorSchema),
  dimensions: z.array(DimensionSchema),
  questions: z.array(QuestionSchema),
});

type Library = Awaited<ReturnType<typeof libraryOf>>;

function register<
  S extends z.ZodType<{ id: string; version: number }>,
  Q extends z.ZodType<z.infer<typeof PageQuerySchema>>,
>(
  api: Api,
  deps: Deps,
  name: 'actors' | 'indicators' | 'initiatives',
  schema: S,
  query: Q,
  things: (library: Library) => ReadonlyMap<string, z.output<S>>,
  wanted: (thing: z.output<S>, query: z.output<Q>) => boolean,
): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: `/${name}`,
      summary: `The register of ${name}`,
      action: 'register.read',
      query,
      answer: pageSchema(schema),
    },
    async (call) => {
      const all = [...things(await libraryOf(deps)).values()].filter((thing) => wanted(thing, call.query));
      return call.json(pageOf(all, call));
    },
  );
  mount(
    api,
    deps,
    { method: 'get', path: `/${name}/{id}`, summary: `One of the ${name}`, action: 'register.read', answer: schema },
    async (call) => {
      const thing = things(await libraryOf(deps)).get(call.params['id'] ?? '');
      if (!thing) throw new Refused('notFound');
      return call.json(thing, { etag: String(thing.version) });
    },
  );
}
