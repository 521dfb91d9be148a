import type { ChangedKind } from '@insatskollen/shared/history/change.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { namesOf } from '../people/names.ts';
import { lastChangeOf } from './changes.ts';

/**
 * Refuses a change that does not start from the thing as it is: 428 where no version is named (`version` in the body or
 * `If-Match`), 412 with the present version and who made it where it is another. `*` is any.
 */
export async function refuseStale(
  deps: Deps,
  call: { ifMatch(): string },
  sent: number | undefined,
  now: { kind: ChangedKind; id: string; version: number },
): Promise<void> {
  const expected = sent === undefined ? call.ifMatch() : String(sent);
  if (expected !== '*' && expected !== String(now.version)) throw await stale(deps, now);
}

/** The refusal of a change that starts from an older version: the present one, and who made it when. */
export async function stale(
  deps: Deps,
  { kind, id, version }: { kind: ChangedKind; id: string; version: number },
): Promise<Refused> {
  const last = await lastChangeOf(deps, kind, id);
  const names = await namesOf(deps, [last?.by]);
  return new Refused('stale', {
    current: { version, changedAt: last?.at ?? null },
    changedBy: last ? { personId: last.by, name: names[last.by] ?? null } : null,
  });
}
