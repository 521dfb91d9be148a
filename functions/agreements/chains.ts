import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { ChainPlace } from '@insatskollen/shared/agreements/opening.ts';

/** Each agreement's place in its chain, and every chain's last day. */
export function chainsOf(agreements: readonly Agreement[]): {
  places: Map<string, ChainPlace>;
  ends: Map<string, string>;
} {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const places = new Map<string, ChainPlace>();
  const ends = new Map<string, string>();
  for (const agreement of agreements) {
    let first = agreement;
    let order = 0;
    for (let before = byId.get(first.succeeds ?? ''); before; before = byId.get(first.succeeds ?? '')) {
      first = before;
      order += 1;
    }
    places.set(agreement.id, { chain: first.id, order });
    const end = ends.get(first.id) ?? '';
    ends.set(first.id, agreement.termEnd > end ? agreement.termEnd : end);
  }
  return { places, ends };
}
