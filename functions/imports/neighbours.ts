import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';

/**
 * All agreements, found by what an agreement's place among them is judged by, so that a file of thousands is not held against
 * thousands row by row.
 */
export class Neighbours {
  readonly #byId = new Map<string, Agreement>();
  readonly #ofPair = new Map<string, Set<string>>();
  readonly #following = new Map<string, Set<string>>();

  constructor(agreements: readonly Agreement[]) {
    for (const agreement of agreements) this.put(agreement);
  }

  /** Puts an agreement in, in the place of its earlier version. */
  put(agreement: Agreement): void {
    const before = this.#byId.get(agreement.id);
    if (before) {
      this.#ofPair.get(pairOf(before))?.delete(before.id);
      this.#following.get(before.succeeds ?? '')?.delete(before.id);
    }
    this.#byId.set(agreement.id, agreement);
    among(this.#ofPair, pairOf(agreement)).add(agreement.id);
    if (agreement.succeeds !== null) among(this.#following, agreement.succeeds).add(agreement.id);
  }

  /** Those with the same actor about the same initiative, those that follow the same one, and all that it comes after. */
  of(agreement: Agreement): Agreement[] {
    const ids = new Set([
      ...(this.#ofPair.get(pairOf(agreement)) ?? []),
      ...(this.#following.get(agreement.succeeds ?? '') ?? []),
    ]);
    const earlier = new Set<string>();
    for (let at = agreement.succeeds; at !== null && !earlier.has(at); at = this.#byId.get(at)?.succeeds ?? null)
      earlier.add(at);
    return [...new Set([...ids, ...earlier])].flatMap((id) => this.#byId.get(id) ?? []);
  }
}

/** Between whom and about what: those of one pair must not overlap, and only they can follow each other. */
export const pairOf = ({ actorId, initiativeId }: Pick<Agreement, 'actorId' | 'initiativeId'>): string =>
  `${actorId}\n${initiativeId}`;

function among(sets: Map<string, Set<string>>, name: string): Set<string> {
  const known = sets.get(name) ?? new Set();
  sets.set(name, known);
  return known;
}
