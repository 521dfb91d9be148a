import type { Deps } from '@insatskollen/functions/deps.ts';
import { placeOf } from '@insatskollen/functions/insight/assessing.ts';
import { proposedSnapshot, strategyOf } from '@insatskollen/functions/publications/proposing.ts';
import { publishWrites } from '@insatskollen/functions/publications/publicStore.ts';
import type { StoredPublication } from '@insatskollen/functions/publications/schemas.ts';
import { publicationOf, publicationWrites } from '@insatskollen/functions/publications/store.ts';
import { readDemoPublications } from './data/read.ts';

/** Writes and publishes what the demo has made public, each with the figures of its own instant. */
export async function loadDemoPublications(deps: Deps, coordinator: string): Promise<void> {
  for (const { areaId, window, writtenAt, publishedAt, text } of readDemoPublications()) {
    const place = await placeOf(deps, { areaId, window });
    const then = { ...deps, businessNow: () => new Date(publishedAt) };
    const nothing = await publicationOf(deps.table, areaId, window);
    const written = { writtenBy: coordinator, writtenAt: new Date(writtenAt).toISOString() };
    const draft: StoredPublication = { ...nothing, ...written, text, version: 1 };
    const snapshot = await proposedSnapshot(then, place, draft, new Date(publishedAt).toISOString());
    const { number, publishedAt: at } = snapshot;
    const published: StoredPublication = {
      ...{ ...draft, state: 'published', version: 2 },
      published: { number, at, by: coordinator },
    };
    const change = { by: coordinator, day: place.window.end, reason: undefined };
    const when = (instant: string) => ({ businessNow: () => new Date(instant) });
    await deps.table.transact(publicationWrites(when(writtenAt), nothing, draft, { ...change, what: 'created' }));
    await deps.table.transact([
      ...publicationWrites(when(publishedAt), draft, published, { ...change, what: 'published' }),
      ...publishWrites(snapshot, strategyOf(place.library)),
    ]);
  }
}
