import type { Deps } from '../deps.ts';
import type { Table } from '../table/client.ts';
import { assessmentsEnding, briefOf } from './assessmentStore.ts';
import type { Brief } from './schemas.ts';

/** As the library: what few people change and everyone reads. Another server sees what is published here within half a minute. */
const FRESH_MS = 30_000;
const cache = new WeakMap<Table, Map<string, { at: number; briefs: Promise<Brief[]> }>>();

/** What is published of the areas, of windows that end on a day; read at most twice a minute. */
export async function publishedEnding(deps: Deps, day: string): Promise<Brief[]> {
  const kept = cache.get(deps.table) ?? new Map<string, { at: number; briefs: Promise<Brief[]> }>();
  cache.set(deps.table, kept);
  const now = deps.systemNow().getTime();
  const known = kept.get(day);
  if (known && Math.abs(now - known.at) < FRESH_MS) return known.briefs;
  const briefs = assessmentsEnding(deps.table, day).then((all) =>
    all.flatMap((one) => (one.published ? [briefOf({ ...one, ...one.published, state: 'published' })] : [])),
  );
  kept.set(day, { at: now, briefs });
  briefs.catch(() => kept.delete(day));
  return briefs;
}

/** Forgets what was read, for whoever publishes. */
export const forgetPublished = (table: Table): boolean => cache.delete(table);
