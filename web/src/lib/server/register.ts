import { ActorSchema } from '@insatskollen/shared/actors/actor.ts';
import { AgreementSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { DimensionSchema, IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { LibraryQuestionSchema, QuestionSetSchema } from '@insatskollen/shared/questions/question.ts';
import { StrategySchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z, type ZodType } from 'zod';
import { callApi, orRefuse, type ApiAnswer, type ApiEvent } from './api.ts';

const LibrarySchema = z.object({
  strategy: StrategySchema,
  actors: z.array(ActorSchema),
  indicators: z.array(IndicatorSchema),
  dimensions: z.array(DimensionSchema),
  questions: z.array(LibraryQuestionSchema),
  questionSets: z.array(QuestionSetSchema),
});
/** Everything that names things. */
export type Library = z.infer<typeof LibrarySchema>;

/** The library, which no page can do without. */
export const readLibrary = async (event: ApiEvent): Promise<Library> =>
  orRefuse(event, await callApi(event, '/api/v1/library', { schema: LibrarySchema }));

/** Initiatives by focus area (where they count or also contribute), responsible actor or lifecycle. */
export const readInitiatives = (event: ApiEvent, wanted: Record<string, string> = {}) =>
  readAll(event, '/api/v1/initiatives', wanted, InitiativeSchema);

/** One thing of a register, by its path below `/api/v1`; there is no page without it. */
export const readOne = async <Thing>(
  event: ApiEvent,
  path: string,
  id: string,
  schema: ZodType<Thing>,
): Promise<Thing> => orRefuse(event, await callApi(event, `/api/v1/${path}/${encodeURIComponent(id)}`, { schema }));

export const readInitiative = (event: ApiEvent, id: string) => readOne(event, 'initiatives', id, InitiativeSchema);

/** The agreements that the visitor may read, of one actor or all; none for those whose role never reads them. */
export async function readAgreements(event: ApiEvent, wanted: { actor?: string } = {}) {
  const pages = await tryAll(event, '/api/v1/agreements', wanted, AgreementSchema);
  return !pages.ok && pages.status === 403 ? [] : orRefuse(event, pages);
}

const MOST_PAGES = 50;

/** A whole list, page after page; the page is refused where the list is. */
const readAll = async <Item>(
  event: ApiEvent,
  path: string,
  wanted: Record<string, string>,
  schema: ZodType<Item>,
): Promise<Item[]> => orRefuse(event, await tryAll(event, path, wanted, schema));

/** As `readAll`, with a refusal as an answer. */
export async function tryAll<Item>(
  event: ApiEvent,
  path: string,
  wanted: Record<string, string>,
  schema: ZodType<Item>,
): Promise<ApiAnswer<Item[]>> {
  const PageSchema = z.object({ items: z.array(schema), nextCursor: z.string().nullable() });
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query: URLSearchParams = new URLSearchParams({
      limit: '200',
      ...wanted,
      ...(cursor === null ? {} : { cursor }),
    });
    const answer: ApiAnswer<z.output<typeof PageSchema>> = await callApi(event, `${path}?${query.toString()}`, {
      schema: PageSchema,
    });
    if (!answer.ok) return answer;
    items.push(...answer.data.items);
    cursor = answer.data.nextCursor;
    if (cursor === null) return { ...answer, data: items };
  }
  return { ok: true, status: 200, data: items, etag: null };
}
