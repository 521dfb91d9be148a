import { z } from 'zod';
import { compare } from '../decimal.ts';

export const genders = ['total', 'women', 'men'] as const;

/** The place of a value within an indicator. `period` is a year. */
export const CellSchema = z.object({
  series: z.string(),
  geography: z.string(),
  period: z.string(),
  gender: z.enum(genders),
});
export type Cell = z.infer<typeof CellSchema>;

/** One value of society, and where it comes from. */
export const SocietalValueSchema = CellSchema.extend({
  /** A canonical decimal; `null` where the source has taken back what it said before. */
  value: z.string().nullable(),
  /** Publisher and publication, as people read it. */
  source: z.string(),
  /** The day of the publication, where it is known. */
  sourceDate: z.string().nullable(),
  how: z.enum(['entered', 'fetched']),
  /** When it was entered or fetched: an instant. */
  at: z.string(),
  /** True of what is made up for a demo. */
  synthetic: z.boolean(),
});
export type SocietalValue = z.infer<typeof SocietalValueSchema>;

export const cellKey = ({ series, geography, period, gender }: Cell): string =>
  `${series}.${geography}.${period}.${gender}`;

const sameNumber = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;

/** Whether a value says something else than the one that is there: another number, or a real one where it was made up. */
const isNews = (before: SocietalValue | undefined, after: SocietalValue): boolean =>
  before === undefined
    ? after.value !== null
    : !sameNumber(before.value, after.value) || (before.synthetic && !after.synthetic);

/**
 * The values as they are once these have come in, and those of them that say something else than what was there. What comes in
 * twice changes nothing; where one place comes in several times, the last is meant.
 */
export function takenIn(
  before: readonly SocietalValue[],
  incoming: readonly SocietalValue[],
): { after: SocietalValue[]; news: SocietalValue[] } {
  const values = new Map(before.map((value) => [cellKey(value), value]));
  const last = new Map(incoming.map((value) => [cellKey(value), value]));
  const news = [...last].filter(([key, value]) => isNews(values.get(key), value));
  for (const [key, value] of news) values.set(key, value);
  return { after: [...values.values()], news: news.map(([, value]) => value) };
}
