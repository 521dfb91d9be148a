import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { libraryPartition } from '../table/keys.ts';

const ActorSchema = z.object({ id: z.string() });

/** The ids of all actors, to check membership against. */
export async function actorIdsInRegister(deps: Deps): Promise<Set<string>> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': libraryPartition('actor') },
    ProjectionExpression: 'id',
  });
  return new Set(items.map((item) => ActorSchema.parse(item).id));
}
