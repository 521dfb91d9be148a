import { Refused } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { pageOf, pageSchema, type PageQuerySchema } from '../http/paging.ts';
import { libraryOf, type Library } from './library.ts';

/** A kind of thing that everyone signed in reads: a list of them, and each by itself. */
export interface Reading<S extends z.ZodType, Q extends z.ZodType> {
  /** `actors`. */
  name: string;
  schema: S;
  query: Q;
  things: (library: Library) => ReadonlyMap<string, z.output<S>>;
  /** Whether the query asks for this one; without, it asks for all. */
  wanted?: (thing: z.output<S>, query: z.output<Q>) => boolean;
}

/** Mounts the list of a kind of thing and the way to one of them. */
export function mountReading<
  S extends z.ZodType<{ id: string; version: number }>,
  Q extends z.ZodType<z.infer<typeof PageQuerySchema>>,
>(api: Api, deps: Deps, { name, schema, query, things, wanted = () => true }: Reading<S, Q>): void {
  const action = 'register.read';
  mount(
    api,
    deps,
    { method: 'get', path: `/${name}`, summary: `The register of ${name}`, action, query, answer: pageSchema(schema) },
    async (call) => {
      const all = [...things(await libraryOf(deps)).values()].filter((thing) => wanted(thing, call.query));
      return call.json(pageOf(all, call));
    },
  );
  mount(
    api,
    deps,
    { method: 'get', path: `/${name}/{id}`, summary: `One of the ${name}`, action, answer: schema },
    async (call) => {
      const thing = things(await libraryOf(deps)).get(call.params['id'] ?? '');
      if (!thing) throw new Refused('notFound');
      return call.json(thing, { etag: String(thing.version) });
    },
  );
}
