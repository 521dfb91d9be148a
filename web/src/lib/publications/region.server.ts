import { publicationStates } from '@insatskollen/shared/publications/publication.ts';
import { SnapshotSchema } from '@insatskollen/shared/publications/snapshot.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';

const StateSchema = z.object({
  areaId: z.string(),
  window: z.string(),
  version: z.number(),
  state: z.enum(publicationStates),
  published: z.object({ number: z.number(), at: z.string(), by: z.string() }).nullable(),
  withdrawnAt: z.string().nullable(),
});
const PublicationSchema = StateSchema.extend({
  text: z.string(),
  proposed: SnapshotSchema,
  current: SnapshotSchema.nullable(),
  termOf: z.object({ areaId: z.string(), name: z.string() }).nullable(),
  allowed: z.array(z.enum(['publish', 'withdraw'])),
  history: z.array(
    z.object({
      ...{ version: z.number(), at: z.string(), by: z.string(), what: z.string(), reason: z.string().nullable() },
      withArea: z.string().nullable(),
    }),
  ),
  people: z.record(z.string(), z.string()),
});
const ListSchema = z.object({ items: z.array(StateSchema) });

/** Where an area's publication of a window is read and written. */
export const publicationPath = (area: string, window: string): string =>
  `/api/v1/publications/${encodeURIComponent(area)}/${encodeURIComponent(window)}`;

/** These pages are there for the region's own. */
export function forRegionOnly({ locals }: ApiEvent): void {
  if (!readsForRegion(locals.me?.roles ?? [])) error(404);
}

export const readPublication = async (
  event: ApiEvent,
  area: string,
  window: string,
): Promise<z.output<typeof PublicationSchema>> =>
  orRefuse(event, await callApi(event, publicationPath(area, window), { schema: PublicationSchema }));

export const readPublications = async (event: ApiEvent): Promise<z.output<typeof ListSchema>['items']> =>
  orRefuse(event, await callApi(event, '/api/v1/publications', { schema: ListSchema })).items;
