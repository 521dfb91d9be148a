import { z } from 'zod';
import { callApi, type ApiEvent } from '#lib/server/api.ts';

/** When and why somebody's mail did not arrive. */
export const UndeliveredSchema = z.object({
  at: z.string(),
  kind: z.enum(['bounce', 'fullOrAway', 'complaint', 'rejected']),
});
const AllSchema = z.object({
  items: z.array(UndeliveredSchema.extend({ personId: z.string(), name: z.string(), actorIds: z.array(z.string()) })),
});

/** Those of an actor's people whose mail did not arrive; nobody where that cannot be found out. */
export async function undeliveredOf(event: ApiEvent, actorId: string) {
  const answer = await callApi(event, '/api/v1/notices/undelivered', { schema: AllSchema });
  return answer.ok ? answer.data.items.filter(({ actorIds }) => actorIds.includes(actorId)) : [];
}
