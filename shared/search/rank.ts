/** One word of a document that answers a word that was searched for. */
export interface Hit {
  /** The word that was searched for. */
  wanted: string;
  /** How near the document's word is to it. */
  nearness: 'same' | 'begins' | 'resembles';
  field: 'title' | 'text';
}
/** A document that holds something of what was searched for, and may be read. */
export interface Found {
  id: string;
  day: string;
  hits: readonly Hit[];
}

const weightOf = { same: 1, begins: 0.6, resembles: 0.35 } as const;
const fieldWeight = { title: 3, text: 1 } as const;

/**
 * The documents in the order that they are shown: by how near and where each word that was searched for stands, rare words more than
 * common ones, and among equals the latest first. How rare a word is, is counted among these alone, so a document that somebody may
 * not read changes neither what they find nor its order.
 */
export function ranked(found: readonly Found[]): Found[] {
  const holding = new Map<string, number>();
  for (const { hits } of found)
    for (const wanted of new Set(hits.map((hit) => hit.wanted))) holding.set(wanted, (holding.get(wanted) ?? 0) + 1);
  const rarity = (wanted: string): number => Math.log(1 + found.length / (holding.get(wanted) ?? 1));
  const scores = new Map(found.map(({ id, hits }) => [id, scoreOf(hits, rarity)]));
  return found.toSorted(
    (a, b) =>
      (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0) || compareTexts(b.day, a.day) || compareTexts(a.id, b.id),
  );
}

function scoreOf(hits: readonly Hit[], rarity: (wanted: string) => number): number {
  const best = new Map<string, number>();
  for (const { wanted, nearness, field } of hits)
    best.set(wanted, Math.max(best.get(wanted) ?? 0, weightOf[nearness] * fieldWeight[field]));
  // In one order, so that the same hits always give the very same number.
  return [...best]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .reduce((sum, [wanted, weight]) => sum + weight * rarity(wanted), 0);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
