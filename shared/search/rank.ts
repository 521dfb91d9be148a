/** How near a word of a document is to one that was searched for. */
export type Nearness = 'same' | 'begins' | 'resembles';

/** A document that holds something of what was searched for, and may be read. */
export interface Found {
  id: string;
  day: string;
  /** How well it answers each word that was searched for, in the same order for all: see `weightOf`; 0 where it does not. */
  weights: readonly number[];
}

const nearnessWeight = { same: 1, begins: 0.6, resembles: 0.35 } as const;
const fieldWeight = { title: 3, text: 1 } as const;

/** How well a word of a document answers one that was searched for, by how near it is and where it stands. */
export const weightOf = (nearness: Nearness, field: 'title' | 'text'): number =>
  nearnessWeight[nearness] * fieldWeight[field];

/**
 * The documents in the order that they are shown: by how near and where each word that was searched for stands, rare words more than
 * common ones, and among equals the latest first. How rare a word is, is counted among these alone, so a document that somebody may
 * not read changes neither what they find nor its order.
 */
export function ranked<One extends Found>(found: readonly One[]): One[] {
  const holding: number[] = [];
  for (const { weights } of found)
    for (const [word, weight] of weights.entries()) holding[word] = (holding[word] ?? 0) + (weight > 0 ? 1 : 0);
  const rarity = holding.map((count) => Math.log(1 + found.length / Math.max(1, count)));
  return found
    .map((one) => ({
      one,
      score: one.weights.reduce((sum, weight, word) => sum + weight * (rarity[word] ?? 0), 0),
    }))
    .toSorted((a, b) => b.score - a.score || compareTexts(b.one.day, a.one.day) || compareTexts(a.one.id, b.one.id))
    .map(({ one }) => one);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
