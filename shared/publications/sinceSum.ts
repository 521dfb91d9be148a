import type { Snapshot } from './snapshot.ts';

type Terms = Snapshot['sumOf'];

/** How many areas have moved on since a sum of them was published. */
export interface SinceSum {
  replaced: number;
  added: number;
  withdrawn: number;
}

/** What has happened to a published sum's areas since: `now` is what the sum would be of. */
export function sinceSum(published: Terms, now: Terms): SinceSum {
  const before = new Map(published.map(({ areaId, number }) => [areaId, number]));
  const here = new Set(now.map(({ areaId }) => areaId));
  return {
    replaced: now.filter(({ areaId, number }) => (before.get(areaId) ?? number) !== number).length,
    added: now.filter(({ areaId }) => !before.has(areaId)).length,
    withdrawn: published.filter(({ areaId }) => !here.has(areaId)).length,
  };
}
