import type { SearchDocument } from '@insatskollen/shared/search/document.ts';
import { ranked, weightOf, type Nearness } from '@insatskollen/shared/search/rank.ts';
import { wordsIn } from '@insatskollen/shared/search/words.ts';
import { documentOf, isInTitle, Postings, type Places } from './postings.ts';
import { compared, wordsAsked } from './words.ts';

/** A document with what it is called, which may be more than its own title: a report is called by its actor and initiative. */
export interface Named {
  document: SearchDocument;
  title: string;
}

/** What a search finds, all of it in order, and which words of the documents answer it. */
export interface Result {
  found: readonly Named[];
  isHit: (word: string) => boolean;
  /** False where no document held every word, and these hold some of them. */
  everyWord: boolean;
}

/** More words make nothing clearer, and each costs. */
const MOST_WORDS = 8;
/** A word of so many letters finds those that it begins; longer ones, where there are none, those that are nearly it. */
const BEGINS_FROM = 3;
const RESEMBLES_FROM = 5;
/** Of how many letters one may differ. */
const LETTERS_A_SLIP = 5;
/** So many documents that are no more may stand among the words before these are gone through. */
const MOST_GONE = 100;

/** The words of documents in memory. What a reader may not read is left out before anything is counted or ordered. */
export class SearchIndex {
  /** Each document at its number; nothing where it has changed or gone since. */
  #documents: (Named | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words = new Postings();

  get size(): number {
    return this.#numbers.size;
  }

  /** Takes a document in, in the place of its earlier self. */
  put(named: Named): void {
    const { id, parts } = named.document;
    this.drop(id);
    const number = this.#documents.push(named) - 1;
    this.#numbers.set(id, number);
    const words = (text: string) => wordsIn(text).map(compared).filter(Boolean);
    this.#words.add(
      number,
      words(named.title),
      parts.flatMap(({ text }) => words(text)),
    );
  }

  drop(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    this.#documents[number] = undefined;
    const gone = this.#documents.length - this.size;
    if (gone > MOST_GONE && gone > this.size) this.#tidy();
  }

  /** What of the documents that may be read answers a search: those with every word, else those with some. */
  search(text: string, mayRead: (document: SearchDocument) => boolean): Result {
    const asked = wordsAsked(text, MOST_WORDS);
    const isReadable = this.#readableTo(mayRead);
    const answers = asked.map((wanted) => this.#answersTo(wanted, isReadable));
    const some = this.#documents.flatMap((named, number) => {
      const weights = answers.map(({ weightAt }) => weightAt[number] ?? 0);
      const holdsSome = weights.some((weight) => weight > 0);
      return named && holdsSome ? { id: named.document.id, day: named.document.day, weights, named } : [];
    });
    const every = some.filter((one) => one.weights.every((weight) => weight > 0));
    return {
      found: ranked(every.length > 0 ? every : some).map(({ named }) => named),
      isHit: (word) => answers.some(({ words }) => words.has(compared(word))),
      everyWord: every.length > 0 || some.length === 0,
    };
  }

  /**
   * The words that answer one that is searched for, and how well each document does, at its number: by the word itself and those that it
   * begins, or, where nothing that may be read has these, by what is nearly it.
   */
  #answersTo(wanted: string, isReadable: (number: number) => boolean): { words: Set<string>; weightAt: Float64Array } {
    const words = new Set<string>();
    const weightAt = new Float64Array(this.#documents.length);
    const take = (word: string, places: Places, nearness: Nearness) => {
      const [inTitle, inText] = [weightOf(nearness, 'title'), weightOf(nearness, 'text')];
      let isRead = false;
      for (const place of places) {
        const number = documentOf(place);
        if (!isReadable(number)) continue;
        isRead = true;
        weightAt[number] = Math.max(weightAt[number] ?? 0, isInTitle(place) ? inTitle : inText);
      }
      if (isRead) words.add(word);
    };
    take(wanted, this.#words.same(wanted), 'same');
    if (wanted.length >= BEGINS_FROM)
      for (const [word, places] of this.#words.beginning(wanted)) if (word !== wanted) take(word, places, 'begins');
    if (words.size === 0 && wanted.length >= RESEMBLES_FROM)
      for (const [word, places] of this.#words.resembling(wanted, Math.round(wanted.length / LETTERS_A_SLIP)))
        take(word, places, 'resembles');
    return { words, weightAt };
  }

  /** Who may read which, asked once a document however many of its words are met. */
  #readableTo(mayRead: (document: SearchDocument) => boolean): (number: number) => boolean {
    const known = new Int8Array(this.#documents.length);
    return (number) => {
      if (known[number] === 0) {
        const named = this.#documents[number];
        known[number] = named && mayRead(named.document) ? 1 : -1;
      }
      return known[number] === 1;
    };
  }

  /** Forgets the words of documents that are no more. */
  #tidy(): void {
    const before = this.#documents;
    this.#documents = [];
    const numbers = before.map((named) => {
      if (!named) return undefined;
      const number = this.#documents.push(named) - 1;
      this.#numbers.set(named.document.id, number);
      return number;
    });
    this.#words.renumber((number) => numbers[number]);
  }
}
