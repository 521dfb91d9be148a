import { z } from 'zod';
import type { Geography, PxWebQuery } from './indicator.ts';
import type { FetchedValue } from './kolada.ts';
import type { Cell } from './value.ts';

const wholeNumber = z.string().regex(/^\d+$/).transform(Number);
const figure = z.string().nullable();

/** A data set of JSON-stat 2.0, as `exactJson` reads it: each number is a text. Cells lie row by row, the last dimension fastest. */
const DataSetSchema = z.object({
  class: z.literal('dataset'),
  version: z.literal('2.0').optional(),
  id: z.array(z.string()).min(1),
  size: z.array(wholeNumber),
  dimension: z.record(
    z.string(),
    z.object({ category: z.object({ index: z.union([z.array(z.string()), z.record(z.string(), wholeNumber)]) }) }),
  ),
  /** All cells in order, or those that have a value by their place. */
  value: z.union([z.array(figure), z.record(z.string(), figure)]),
});

/** The answer is JSON-stat, and not what was asked for. */
export class OtherTable extends Error {}

const codesOf = (index: string[] | Record<string, number>): string[] =>
  Array.isArray(index)
    ? index
    : Object.entries(index)
        .toSorted(([, a], [, b]) => a - b)
        .map(([code]) => code);

/** The body of the question to PxWeb (version 1) for these geographies: all periods, of the other variables what is chosen. */
export function pxWebQuestion(query: PxWebQuery, geographies: readonly Pick<Geography, 'id'>[]): object {
  const item = (code: string, values: string[]) => ({ code, selection: { filter: 'item', values } });
  const genders = query.genders ? Object.values(query.genders).filter((code) => code !== null) : [];
  return {
    query: [
      item(
        query.geography,
        geographies.map(({ id }) => query.geographyCodes[id] ?? id),
      ),
      ...Object.entries(query.choose).map(([code, value]) => item(code, [value])),
      ...(query.gender === null || genders.length === 0 ? [] : [item(query.gender, genders)]),
      { code: query.time, selection: { filter: 'all', values: ['*'] } },
    ],
    response: { format: 'json-stat2' },
  };
}

/** The values of a data set for these geographies, as values of `series`. Throws (zod, `OtherTable`) on what is no such answer. */
export function jsonStatValues(
  answer: unknown,
  query: PxWebQuery,
  { series, geographies }: { series: string; geographies: readonly Pick<Geography, 'id'>[] },
): FetchedValue[] {
  const { id, size, dimension, value } = DataSetSchema.parse(answer);
  const dimensions = id.map((name, n) => {
    const codes = codesOf(dimension[name]?.category.index ?? []);
    if (codes.length !== size[n]) throw new OtherTable(`the size of ${name} is not that of its codes`);
    return { name, codes };
  });
  const cells = size.reduce((product, n) => product * n, 1);
  if (Array.isArray(value) && value.length !== cells)
    throw new OtherTable('the number of cells is not that of the sizes');
  for (const name of [query.geography, query.time])
    if (!id.includes(name)) throw new OtherTable(`there is no variable ${name}`);
  const ours = new Map(geographies.map(({ id: own }) => [query.geographyCodes[own] ?? own, own]));
  const found: FetchedValue[] = [];
  for (let at = 0; at < cells; at++) {
    const codes = codesAt(dimensions, at);
    const geography = ours.get(codes.get(query.geography) ?? '');
    const period = codes.get(query.time) ?? '';
    const gender = genderOf(query, codes);
    const chosen = Object.entries(query.choose).every(([name, code]) => (codes.get(name) ?? code) === code);
    if (geography === undefined || gender === undefined || !chosen) continue;
    if (!/^\d{4}$/.test(period)) throw new OtherTable('its periods are not years');
    const cell = Array.isArray(value) ? value[at] : value[String(at)];
    found.push({ series, geography, period, gender, value: cell ?? null });
  }
  return found;
}

/** The code of each dimension in the cell at a place. */
function codesAt(dimensions: readonly { name: string; codes: string[] }[], place: number): Map<string, string> {
  const codes = new Map<string, string>();
  let rest = place;
  for (const { name, codes: all } of dimensions.toReversed()) {
    codes.set(name, all[rest % all.length] ?? '');
    rest = Math.floor(rest / all.length);
  }
  return codes;
}

function genderOf({ gender, genders }: PxWebQuery, codes: ReadonlyMap<string, string>): Cell['gender'] | undefined {
  const code = gender === null ? undefined : codes.get(gender);
  if (code === undefined || !genders) return 'total';
  if (code === genders.total) return 'total';
  if (code === genders.women) return 'women';
  return code === genders.men ? 'men' : undefined;
}
