import MiniSearch from 'minisearch';
import type { SearchDocument } from '@insatskollen/shared/search/document.ts';
import { ranked, type Found, type Hit } from '@insatskollen/shared/search/rank.ts';
import { wordsIn } from '@insatskollen/shared/search/words.ts';
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
/** A word of so many letters finds those that it begins; longer ones also those that are nearly it. */
const BEGINS_FROM = 3;
const RESEMBLES_FROM = 5;
/** How many of ten letters may differ. */
const SLIP = 0.2;

/** The words of documents in memory. What a reader may not read is left out before anything is counted or ordered. */
export class SearchIndex {
  readonly #documents = new Map<string, Named>();
  readonly #words = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ['title', 'text'],
    tokenize: wordsIn,
    processTerm: compared,
    searchOptions: { tokenize: (word) => [word], processTerm: (word) => word },
  });

  get size(): number {
    return this.#documents.size;
  }

  /** Takes a document in, in the place of its earlier self. */
  put(named: Named): void {
    const { id, parts } = named.document;
    const words = { id, title: named.title, text: parts.map(({ text }) => text).join('\n') };
    if (this.#documents.has(id)) this.#words.replace(words);
    else this.#words.add(words);
    this.#documents.set(id, named);
  }

  drop(id: string): void {
    if (this.#documents.delete(id)) this.#words.discard(id);
  }

  /** What of the documents that may be read answers a search: those with every word, else those with some. */
  search(text: string, mayRead: (document: SearchDocument) => boolean): Result {
    const permitted = new Map<string, boolean>();
    const isReadable = (id: string): boolean => {
      const known = permitted.get(id);
      if (known !== undefined) return known;
      const named = this.#documents.get(id);
      const readable = named !== undefined && mayRead(named.document);
      permitted.set(id, readable);
      return readable;
    };
    const asked = wordsAsked(text, MOST_WORDS);
    const answering = new Set<string>();
    const hits = new Map<string, Hit[]>();
    for (const wanted of asked) {
      for (const { id, match } of this.#words.search(wanted, {
        prefix: wanted.length >= BEGINS_FROM,
        fuzzy: wanted.length >= RESEMBLES_FROM ? SLIP : false,
        filter: (result) => isReadable(String(result.id)),
      })) {
        const its = hits.get(String(id)) ?? [];
        for (const [word, fields] of Object.entries(match)) {
          answering.add(word);
          const nearness = word === wanted ? 'same' : word.startsWith(wanted) ? 'begins' : 'resembles';
          for (const field of fields) its.push({ wanted, nearness, field: field === 'title' ? 'title' : 'text' });
        }
        hits.set(String(id), its);
      }
    }
    const some: Found[] = [...hits].map(([id, its]) => ({
      id,
      day: this.#documents.get(id)?.document.day ?? '',
      hits: its,
    }));
    const every = some.filter((one) => new Set(one.hits.map(({ wanted }) => wanted)).size === asked.length);
    const order = ranked(every.length > 0 ? every : some);
    return {
      found: order.flatMap(({ id }) => this.#documents.get(id) ?? []),
      isHit: (word) => answering.has(compared(word)),
      everyWord: every.length > 0 || some.length === 0,
    };
  }
}
