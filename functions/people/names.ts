import type { Deps } from '../deps.ts';
import { peopleByIds } from './store.ts';

const FRESH_MS = 60_000;
const KEPT = 5_000;
const cache = new WeakMap<object, Map<string, { at: number; name: string }>>();

/** Names of people by id, for those who read what they did. Read at most once a minute and process; an erased person has none. */
export async function namesOf(
  deps: Deps,
  ids: readonly (string | null | undefined)[],
): Promise<Record<string, string>> {
  const known = cache.get(deps.table) ?? new Map<string, { at: number; name: string }>();
  cache.set(deps.table, known);
  const now = deps.systemNow().getTime();
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string' && id !== ''))].map(String);
  const unknown = wanted.filter((id) => Math.abs(now - (known.get(id)?.at ?? -Infinity)) >= FRESH_MS);
  if (unknown.length > 0) {
    if (known.size > KEPT) known.clear();
    const people = await peopleByIds(deps, unknown);
    for (const [id, person] of people) known.set(id, { at: now, name: person.name });
  }
  return Object.fromEntries(wanted.flatMap((id) => (known.has(id) ? [[id, known.get(id)?.name ?? '']] : [])));
}
