import { ListedSchema, PublicStrategySchema, SnapshotSchema } from '@insatskollen/shared/publications/snapshot.ts';
import { z } from 'zod';
import { contentType } from '../exports/fileAnswer.ts';
import { JsonStatSchema } from '../exports/jsonStatSchema.ts';
import { FileQuerySchema, SeparatorSchema } from '../exports/query.ts';
import { calendarWindow } from '../insight/assessing.ts';

/** Where anyone reads. */
export const PUBLIC_PATH = '/api/public/v1';

const window = z
  .string()
  .max(10)
  .refine((id) => calendarWindow(id) !== undefined, {
    params: { code: 'notAPeriod', en: 'Give a period such as 2026, 2026-H1 or 2026-Q3.' },
    message: 'Skriv en period som 2026, 2026-H1 eller 2026-Q3.',
  })
  .optional();
/** What figures are asked for: without a window the latest that has any, without an area all of a size. */
export const QuerySchema = z.strictObject({
  window,
  area: z.string().max(100).optional(),
  groupBy: z.enum(['focusArea', 'strategicArea']).optional(),
});
export const CubeQuerySchema = QuerySchema.extend({ language: z.enum(['sv', 'en']).default('sv') });
export const CsvQuerySchema = CubeQuerySchema.extend({
  headings: FileQuerySchema.shape.headings,
  separator: SeparatorSchema.optional(),
});
export const NoQuerySchema = z.strictObject({});

/** What anyone may ask for, for the description of the API. */
export interface PublicEndpoint {
  path: string;
  summary: string;
  query: z.ZodType;
  answer: z.ZodType;
  answerType?: string;
}
export const publicEndpoints: readonly PublicEndpoint[] = [
  {
    path: '/publications',
    summary: 'Everything that is published, in a line each, and the areas by name',
    query: NoQuerySchema,
    answer: PublicStrategySchema.extend({ items: z.array(ListedSchema) }),
  },
  {
    path: '/summary',
    summary: 'Published results of a window, by default the latest, of all areas or one; 410 where they were withdrawn',
    query: QuerySchema,
    answer: z.object({ window: z.string().nullable(), publications: z.array(SnapshotSchema) }),
  },
  {
    path: '/summary.json',
    summary: 'Published figures of a window, as JSON-stat 2.0',
    query: CubeQuerySchema,
    answer: JsonStatSchema,
  },
  {
    path: '/summary.csv',
    summary: 'Published figures of a window, as CSV',
    query: CsvQuerySchema,
    answer: z.string(),
    answerType: contentType.csv,
  },
  {
    path: '/catalogue',
    summary: 'The catalogue of open data by DCAT-AP-SE, as JSON-LD, Turtle or RDF/XML by Accept',
    query: NoQuerySchema,
    answer: z.string(),
    answerType: 'application/ld+json',
  },
];
