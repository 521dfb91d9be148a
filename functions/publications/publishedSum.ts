import type { Snapshot } from '@insatskollen/shared/publications/snapshot.ts';
import type { Deps } from '../deps.ts';
import type { Place } from '../insight/assessing.ts';
import type { TransactWrite } from '../table/client.ts';
import { isWithdrawn, publicOf, withdrawWrites } from './publicStore.ts';
import type { StoredPublication } from './schemas.ts';
import { publicationOf, publicationWrites, stillPublished, unchanged } from './store.ts';

/** The publication of the strategic area that an area lies in, and what anyone sees of it where the area is a term of that. */
interface SumOfArea {
  stored: StoredPublication;
  holding: Snapshot | null;
}

/** The sum that an area's publication may be a term of; none for a strategic area, which is no term of anything. */
export async function sumOver(deps: Pick<Deps, 'table'>, place: Place): Promise<SumOfArea | undefined> {
  const { library, areaId, window } = place;
  const strategicId = library.strategicAreaOf.get(areaId);
  if (strategicId === undefined) return undefined;
  // In this order: what is read last is of the version that was read first, or else writing finds that it is not.
  const stored = await publicationOf(deps.table, strategicId, window.from);
  const current = await publicOf(deps.table, strategicId, window.from);
  const holds = current && !isWithdrawn(current) && current.sumOf.some((term) => term.areaId === areaId);
  return { stored, holding: holds ? current : null };
}

/**
 * The writes that withdraw the published sum that an area is a term of, together with the area: the sum less its other terms would tell
 * what was withdrawn. Where it is a term of none they fail when somebody publishes one meanwhile.
 */
export function withdrawSumWrites(
  deps: Pick<Deps, 'businessNow'>,
  { stored, holding }: SumOfArea,
  why: { areaId: string; by: string; day: string; reason: string; withdrawnAt: string },
): TransactWrite[] {
  if (!holding) return [unchanged(stored)];
  const { areaId, by, day, reason, withdrawnAt } = why;
  const after = { ...stored, state: 'withdrawn' as const, withdrawnAt, version: stored.version + 1 };
  return [
    ...publicationWrites(deps, stored, after, { what: 'withdrawnWithArea', by, day, reason, withArea: areaId }),
    ...withdrawWrites(holding, withdrawnAt),
  ];
}

/** The checks that a sum's terms are published still, each with the number that it was worked out from. */
export const termChecks = ({ window, sumOf }: Snapshot): TransactWrite[] =>
  sumOf.map(({ areaId, number }) => stillPublished(areaId, window, number));
