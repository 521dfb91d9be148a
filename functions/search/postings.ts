import SearchableMap from 'minisearch/SearchableMap';

/**
 * In which documents a word stands: for each its number, doubled, and one more where it stands in the title. A number lies in less than a
 * tenth of what an object does, and there are a hundred for each document.
 */
export type Places = readonly number[];

export const documentOf = (place: number): number => place >> 1;
export const isInTitle = (place: number): boolean => (place & 1) === 1;

/** Where each word stands, found by the word itself, by how it begins, or by what is nearly it. */
export class Postings {
  /** To find a word itself is what reading many documents does most, and is faster in this than in a tree of letters. */
  #places = new Map<string, number[]>();
  #words = new SearchableMap<number[]>();

  /** Takes in the words of a document that has a number of its own. */
  add(number: number, title: readonly string[], text: readonly string[]): void {
    for (const word of new Set(title)) this.#at(word).push(number * 2 + 1);
    for (const word of new Set(text)) this.#at(word).push(number * 2);
  }

  same(word: string): Places {
    return this.#places.get(word) ?? [];
  }

  /** The words that begin so, itself among them. */
  beginning(word: string): Iterable<[string, Places]> {
    return this.#words.atPrefix(word).entries();
  }

  /** The words from which so many letters differ at most. */
  *resembling(word: string, letters: number): Generator<[string, Places]> {
    for (const [near, [places]] of this.#words.fuzzyGet(word, letters)) yield [near, places];
  }

  /** Gives documents new numbers, and forgets those that get none. */
  renumber(numberOf: (number: number) => number | undefined): void {
    const before = this.#places;
    this.#places = new Map();
    this.#words = new SearchableMap();
    for (const [word, places] of before) {
      const kept = places.flatMap((place) => {
        const number = numberOf(documentOf(place));
        return number === undefined ? [] : number * 2 + (place & 1);
      });
      if (kept.length > 0) this.#set(word, kept);
    }
  }

  #at(word: string): number[] {
    return this.#places.get(word) ?? this.#set(word, []);
  }

  #set(word: string, places: number[]): number[] {
    this.#places.set(word, places);
    this.#words.set(word, places);
    return places;
  }
}
