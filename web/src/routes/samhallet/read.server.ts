import { GeographySchema, SocietalIndicatorSchema } from '@insatskollen/shared/societal/indicator.ts';
import { SignsSchema } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { SocietalValueSchema } from '@insatskollen/shared/societal/value.ts';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';

/** The county that this is about. */
export const COUNTY = '04';

const SocietalSchema = SocietalIndicatorSchema.extend({ version: z.number(), values: z.array(SocietalValueSchema) });
export type Societal = z.infer<typeof SocietalSchema>;

const FetchSchema = z.object({
  series: z.string(),
  at: z.string(),
  found: z.enum(['current', 'late', 'gone', 'failed']),
  latest: z.string().nullable(),
  ...SignsSchema.shape,
});
const DetailSchema = SocietalSchema.extend({ geographies: z.array(GeographySchema), fetches: z.array(FetchSchema) });
export type SocietalDetail = z.infer<typeof DetailSchema>;

const ListSchema = z.object({
  groups: z.array(z.string()),
  geographies: z.array(GeographySchema),
  items: z.array(SocietalSchema.extend({ suspected: z.array(z.string()) })),
});

/** Path of an indicator below `/api/v1`. */
export const societalPath = (id: string): string => `/societal-indicators/${encodeURIComponent(id)}`;

/** Everything that is followed of society, with values from a year on. */
export const readSociety = async (event: ApiEvent, asked: { from?: string } = {}) =>
  orRefuse(
    event,
    await callApi(event, `/api/v1/societal-indicators?${new URLSearchParams({ limit: '200', ...asked }).toString()}`, {
      schema: ListSchema,
    }),
  );

/** One indicator with all its values; there is no page without it. */
export const readSocietal = async (event: ApiEvent, id: string): Promise<SocietalDetail> =>
  orRefuse(event, await callApi(event, `/api/v1${societalPath(id)}`, { schema: DetailSchema }));
