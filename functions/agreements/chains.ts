import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { ChainPlace } from '@insatskollen/shared/agreements/opening.ts';

/** Each agreement's place in its chain, and every chain's last day. A circle, which a file can ask for, has no first: it ends where it is left. */
export function chainsOf(agreements: readonly Agreement[]): {
  places: Map<string, ChainPlace>;
  ends: Map<string, string>;
} {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const places = new Map<string, ChainPlace>();
  const ends = new Map<string, string>();
  for (const agreement of agreements) {
    let first = agreement;
    const later = new Set([first.id]);
    for (
      let before = byId.get(first.succeeds ?? '');
      before && !later.has(before.id);
      before = byId.get(first.succeeds ?? '')
    ) {
      first = before;
      later.add(first.id);
    }
    places.set(agreement.id, { chain: first.id, order: later.size - 1 });
    const end = ends.get(first.id) ?? '';
    ends.set(first.id, agreement.termEnd > end ? agreement.termEnd : end);
  }
  return { places, ends };
}
