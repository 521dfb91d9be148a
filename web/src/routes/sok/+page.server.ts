import { documentKinds, PlaceSchema, type DocumentKind } from '@insatskollen/shared/search/document.ts';
import { z } from 'zod';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { linkOf } from './links.ts';
import type { PageServerLoad } from './$types';

const PieceSchema = z.object({ text: z.string(), hit: z.boolean() });
const AnswerSchema = z.object({
  items: z.array(
    z.object({
      kind: z.enum(documentKinds),
      title: z.array(PieceSchema),
      part: z.string().nullable(),
      excerpt: z.array(PieceSchema),
      day: z.string(),
      place: PlaceSchema,
    }),
  ),
  total: z.number(),
  kinds: z.partialRecord(z.enum(documentKinds), z.number()),
  everyWord: z.boolean(),
  nextCursor: z.string().nullable(),
});
const LONGEST = 200;
/** How many of a kind are shown while there are others too. */
const FIRST = 6;
/** How many of one kind are on a page. */
const PAGE = 50;
const none: z.infer<typeof AnswerSchema> = { items: [], total: 0, kinds: {}, everyWord: true, nextCursor: null };

/** What is found of what the visitor may read, by kind, the best kind first. */
export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const q = (query.get('q') ?? '').trim().slice(0, LONGEST);
  const chosen = documentKinds.find((kind) => kind === query.get('slag'));
  const from = query.get('fran');
  const asked = new URLSearchParams({
    q,
    ...(chosen === undefined ? { each: String(FIRST) } : { kind: chosen, limit: String(PAGE) }),
    ...(chosen !== undefined && from !== null ? { cursor: from } : {}),
  }).toString();
  const { items, kinds, everyWord, nextCursor } =
    q === '' ? none : orRefuse(event, await callApi(event, `/api/v1/search?${asked}`, { schema: AnswerSchema }));
  const shown = items.map(({ place, kind, ...rest }) => ({
    ...rest,
    kind,
    period: place.period ?? place.window,
    href: linkOf(kind, place, rest.title),
  }));
  const groups = [...Map.groupBy(shown, ({ kind }) => kind)];
  return {
    ...{ q, everyWord, nextCursor, chosen: chosen ?? null, isFirst: from === null },
    total: Object.values(kinds).reduce((sum, count) => sum + count, 0),
    groups: groups.map(([kind, its]: [DocumentKind, typeof shown]) => ({
      ...{ kind, count: kinds[kind] ?? its.length, items: its },
    })),
  };
};
