import { z } from 'zod';
import type { PxWebQuery } from './indicator.ts';
import { descriptionOf } from './suspectedBreak.ts';

const notes = z.array(z.string()).catch([]);
const CategorySchema = z.object({
  label: z.record(z.string(), z.string()).catch({}),
  note: z.record(z.string(), notes).catch({}),
  unit: z.record(z.string(), z.object({ base: z.string().catch(''), label: z.string().catch('') })).catch({}),
});
const SaidSchema = z.object({
  label: z.string().catch(''),
  note: notes,
  dimension: z.record(z.string(), z.object({ note: notes, category: CategorySchema })).catch({}),
});

/** The years that a table's title may end with become more each year, and say nothing of how it measures. */
const years = /\b\d{4}\s*[-–]\s*\d{4}\b/gu;

/**
 * What a data set of JSON-stat 2.0 says of how it measures: its title, its notes and those of its variables and their values, and
 * name and unit of what is chosen. The signs of single cells (`status`) come and go with the values, and are not read.
 */
export function tableDescription(answer: unknown, { choose }: Pick<PxWebQuery, 'choose'>): string | undefined {
  const said = SaidSchema.safeParse(answer).data;
  if (!said) return undefined;
  const chosen = Object.entries(choose).flatMap(([name, code]) => {
    const { label = {}, unit = {} } = said.dimension[name]?.category ?? {};
    return [label[code], unit[code]?.base, unit[code]?.label];
  });
  const ofVariables = Object.values(said.dimension).flatMap(({ note, category }) => [
    ...note,
    ...Object.entries(category.note).flatMap(([code, its]) =>
      its.map((one) => `${category.label[code] ?? code}: ${one}`),
    ),
  ]);
  // In which order notes come is no matter of how something is measured.
  return descriptionOf([said.label.replaceAll(years, ''), ...chosen, ...[...said.note, ...ofVariables].toSorted()]);
}
