import { ListedSchema, PublicStrategySchema, SnapshotSchema } from '@insatskollen/shared/publications/snapshot.ts';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';

const PUBLIC = '/api/public/v1';
const ListSchema = PublicStrategySchema.extend({ items: z.array(ListedSchema) });
const SummarySchema = z.object({ window: z.string().nullable(), publications: z.array(SnapshotSchema) });

/** Everything that anyone may see, in a line each, and the areas by name. */
export const readPublicList = async (event: ApiEvent): Promise<z.output<typeof ListSchema>> =>
  orRefuse(event, await callApi(event, `${PUBLIC}/publications`, { schema: ListSchema }));

/** What is published of a window, or of one area in it; the error page where that is not there, or was withdrawn. */
export async function readPublic(
  event: ApiEvent,
  asked: { window: string; area?: string },
): Promise<z.output<typeof SummarySchema>['publications']> {
  const query = new URLSearchParams(asked).toString();
  return orRefuse(event, await callApi(event, `${PUBLIC}/summary?${query}`, { schema: SummarySchema })).publications;
}
