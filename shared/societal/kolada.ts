import { z } from 'zod';
import type { Geography } from './indicator.ts';
import { descriptionOf } from './suspectedBreak.ts';
import type { Cell } from './value.ts';

/**
 * An answer of Kolada's `/data/kpi/…`, as `exactJson` reads it: each number is a text. A gender is T, K or M; a value may be
 * missing, with a status that says why. Version 3 names the next page in full as `next_url`, version 2 as `next_page`.
 */
const PageSchema = z.object({
  values: z.array(
    z.object({
      kpi: z.string(),
      municipality: z.string(),
      period: z.string().regex(/^\d{4}$/),
      values: z.array(
        z.object({ gender: z.string(), value: z.string().nullable(), isdeleted: z.boolean().optional() }),
      ),
    }),
  ),
  count: z.string().optional(),
  next_url: z.string().nullish(),
  next_page: z.string().nullish(),
});

const genderOf = new Map<string, Cell['gender']>([
  ['T', 'total'],
  ['K', 'women'],
  ['M', 'men'],
]);

/** A number of a source, in its place; `value` is the text of a JSON number. */
export interface FetchedValue extends Cell {
  value: string | null;
}

/** The values of a page for these geographies, and where the next page is. Throws (zod) on what is no such page. */
export function koladaPage(
  answer: unknown,
  geographies: readonly Pick<Geography, 'id' | 'koladaId'>[],
): { values: FetchedValue[]; next: string | undefined } {
  const page = PageSchema.parse(answer);
  const ours = new Map(geographies.map(({ id, koladaId }) => [koladaId, id]));
  const values = page.values.flatMap(({ kpi, municipality, period, values: said }) => {
    const geography = ours.get(municipality);
    if (geography === undefined) return [];
    return said.flatMap(({ gender: code, value, isdeleted }) => {
      const gender = genderOf.get(code);
      if (!gender) return [];
      return [{ series: kpi, geography, period, gender, value: isdeleted === true ? null : value }];
    });
  });
  return { values, next: page.next_url ?? page.next_page ?? undefined };
}

/** An answer of Kolada's `/kpi/…`: what its key figures measure. When it was published changes each year, and is not read. */
const DescriptionsSchema = PageSchema.pick({ next_url: true, next_page: true }).extend({
  values: z.array(z.object({ id: z.string(), title: z.string(), description: z.string().nullish() })),
});

/** What Kolada says of how it measures each key figure, and where the next page is. Throws (zod) on what is no such page. */
export function koladaDescriptions(answer: unknown): {
  descriptions: (readonly [kpi: string, text: string])[];
  next: string | undefined;
} {
  const page = DescriptionsSchema.parse(answer);
  const descriptions = page.values.flatMap(({ id, title, description }) => {
    const text = descriptionOf([title, description]);
    return text === undefined ? [] : [[id, text] as const];
  });
  return { descriptions, next: page.next_url ?? page.next_page ?? undefined };
}
