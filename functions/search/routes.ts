import { mayFind } from '@insatskollen/shared/people/permissions.ts';
import { documentKinds, PlaceSchema } from '@insatskollen/shared/search/document.ts';
import { excerptOf, markedIn } from '@insatskollen/shared/search/excerpt.ts';
import { wordsIn } from '@insatskollen/shared/search/words.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { PageQuerySchema, pageOf } from '../http/paging.ts';
import { indexNow } from './following.ts';
import type { Named } from './searchIndex.ts';

const PieceSchema = z.object({ text: z.string(), hit: z.boolean() });
const AnswerSchema = z.object({
  items: z.array(
    z.object({
      kind: z.enum(documentKinds),
      title: z.array(PieceSchema),
      /** Where the words stand in it: in the answer to which question, and the words around them. */
      part: z.string().nullable(),
      excerpt: z.array(PieceSchema),
      day: z.string(),
      place: PlaceSchema,
    }),
  ),
  /** How many there are in all, of the kind where one was asked for. */
  total: z.number().int(),
  /** How many there are of each kind, those of none left out, also where one kind was asked for. */
  kinds: z.partialRecord(z.enum(documentKinds), z.number().int()),
  /** False where nothing holds every word, and these hold some. */
  everyWord: z.boolean(),
  nextCursor: z.string().nullable(),
});

/** Search over initiatives, reports, lessons, analyses, decisions, assessments and dialogues (requirements R27, R31), each as the reader may read it. */
export function mountSearch(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/search',
      summary:
        'What is found of what one may read: initiatives, reports, lessons, analyses, decisions, assessments, dialogues',
      action: 'search.read',
      query: PageQuerySchema.extend({
        q: z.string().max(200),
        /** Only of this kind. */
        kind: z.enum(documentKinds).optional(),
        /** The best so many of each kind, instead of a page of all. */
        each: z.coerce.number().int().min(1).max(20).optional(),
      }),
      answer: AnswerSchema,
    },
    async (call) => {
      const { person } = call.caller;
      const index = await indexNow(deps);
      const { found, isHit, everyWord } = index.search(call.query.q, ({ access }) => mayFind(person, access));
      const byKind = Map.groupBy(found, ({ document }) => document.kind);
      const { kind, each } = call.query;
      const wanted = kind ? (byKind.get(kind) ?? []) : found;
      const best = each && new Set([...byKind.values()].flatMap((some) => some.slice(0, each)));
      const page = best ? { items: wanted.filter((one) => best.has(one)), nextCursor: null } : pageOf(wanted, call);
      return call.json({
        items: page.items.map((one) => shown(one, isHit)),
        total: wanted.length,
        kinds: Object.fromEntries([...byKind].map(([name, some]) => [name, some.length])),
        everyWord,
        nextCursor: page.nextCursor,
      });
    },
  );
}

function shown({ document, title }: Named, isHit: (word: string) => boolean) {
  const { kind, parts, day, place } = document;
  const count = (text: string) => new Set(wordsIn(text).filter(isHit)).size;
  const counts = parts.length < 2 ? [0] : parts.map(({ text }) => count(text));
  const part = parts[counts.indexOf(Math.max(...counts))] ?? parts[0];
  return {
    ...{ kind, title: markedIn(title, isHit), part: part?.name ?? null, day, place },
    excerpt: part ? excerptOf(part.text.replaceAll(/\s+/g, ' '), isHit) : [],
  };
}
