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
  everyWord: z.boolean(),
});
const LONGEST = 200;
/** How many of a kind are shown while there are others too. */
const FIRST = 6;
const none: z.infer<typeof AnswerSchema> = { items: [], total: 0, everyWord: true };

/** What is found of what the visitor may read, by kind, the best kind first. */
export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const q = (query.get('q') ?? '').trim().slice(0, LONGEST);
  const asked = new URLSearchParams({ q, limit: '200' }).toString();
  const { items, total, everyWord } =
    q === '' ? none : orRefuse(event, await callApi(event, `/api/v1/search?${asked}`, { schema: AnswerSchema }));
  const chosen = documentKinds.find((kind) => kind === query.get('slag'));
  const shown = items.map(({ place, kind, ...rest }) => ({
    ...rest,
    kind,
    period: place.period ?? place.window,
    href: linkOf(kind, place, rest.title),
  }));
  const groups = [...Map.groupBy(shown, ({ kind }) => kind)].filter(
    ([kind]) => chosen === undefined || kind === chosen,
  );
  return {
    ...{ q, total, everyWord, chosen: chosen ?? null, most: items.length },
    groups: groups.map(([kind, its]: [DocumentKind, typeof shown]) => ({
      kind,
      count: its.length,
      items: chosen === undefined ? its.slice(0, FIRST) : its,
    })),
  };
};
