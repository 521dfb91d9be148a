import { z } from 'zod';
import { cellKey, type SocietalValue } from './value.ts';

/**
 * Signs that a source has begun to measure a series in a new way, as its fetches have seen them. They draw no break: a person
 * judges them.
 */
export const SignsSchema = z.object({
  /** What the source says of how it measures, and when it was first seen to say so. */
  described: z.object({ text: z.string(), at: z.string() }).nullable().default(null),
  /** It said something else before. */
  redefined: z.object({ at: z.string(), before: z.string(), after: z.string() }).nullable().default(null),
  /** One fetch changed so many of so many values of earlier years. */
  revised: z.object({ at: z.string(), changed: z.coerce.number(), of: z.coerce.number() }).nullable().default(null),
});
export type Signs = z.infer<typeof SignsSchema>;

/** What somebody has judged of a series: its signs until then, and the descriptions that are of the measure as it is now. */
export const JudgedSchema = z.object({
  series: z.string(),
  is: z.enum(['same', 'break']),
  /** The instant of the last sign that was looked at. */
  until: z.string(),
  texts: z.array(z.string()),
});
export type Judged = z.infer<typeof JudgedSchema>;

export const noSigns: Signs = { described: null, redefined: null, revised: null };

const LONGEST = 8_000;
const MOST_TEXTS = 20;

/** What a source says in several places as one text, a line for each; nothing where it says nothing. White space tells nothing. */
export function descriptionOf(parts: readonly (string | null | undefined)[]): string | undefined {
  const lines = parts.map((part) => (part ?? '').normalize().replaceAll(/\s+/gu, ' ').trim());
  const text = lines.filter((line) => line !== '').join('\n');
  return text === '' ? undefined : text.slice(0, LONGEST);
}

/** The signs after another fetch, from those that nobody has judged. `text` is what the source says now; where it could not be asked that, what it said stands. */
export function signsAfter(
  { described, redefined, revised: earlier }: Signs,
  { at, text, revised }: { at: string; text?: string | undefined; revised?: Revision | undefined },
): Signs {
  const after = { described, redefined, revised: revised ? { at, ...revised } : earlier };
  if (text === undefined || text === described?.text) return after;
  const now = { ...after, described: { text, at } };
  return described ? { ...now, redefined: { at, before: redefined?.before ?? described.text, after: text } } : now;
}

/** How many of a series' values of earlier years a fetch has changed. */
export interface Revision {
  changed: number;
  of: number;
}

/**
 * The revision that a fetch of a series brings, where it is abrupt: at least half of the values that were fetched for years before the
 * latest, in at least half of their places. `news` are the values that say something else than those that were known.
 */
export function revisionOf(
  series: string,
  known: readonly SocietalValue[],
  news: readonly SocietalValue[],
): Revision | undefined {
  const its = known.filter((one) => one.series === series && one.how === 'fetched' && one.value !== null);
  const latest = its.reduce((last, { period }) => (period > last ? period : last), '');
  const earlier = its.filter(({ period }) => period < latest);
  const said = new Set(news.map(cellKey));
  const changed = earlier.filter((one) => said.has(cellKey(one)));
  const places = (values: readonly SocietalValue[]) => new Set(values.map(({ geography }) => geography)).size;
  const abrupt = changed.length * 2 >= earlier.length && places(changed) * 2 >= places(earlier);
  return changed.length > 0 && abrupt ? { changed: changed.length, of: earlier.length } : undefined;
}

/** The signs that nobody has judged yet. */
export function openSigns({ described, redefined, revised }: Signs, judged: Judged | undefined): Signs {
  const known = redefined !== null && (redefined.before === redefined.after || judged?.texts.includes(redefined.after));
  return {
    described,
    redefined: known === true ? null : redefined,
    revised: revised && judged && revised.at <= judged.until ? null : revised,
  };
}

/** The instant of the latest of these signs; none where there is no sign. */
export const lastSign = ({ redefined, revised }: Pick<Signs, 'redefined' | 'revised'>): string | undefined =>
  [redefined, revised]
    .flatMap((sign) => (sign ? [sign.at] : []))
    .toSorted()
    .at(-1);

/**
 * What is judged of a series once somebody has looked at its open signs. Of a measure that is the same every description is one
 * of it; a break leaves the new one alone.
 */
export function judgedAs(
  is: Judged['is'],
  series: string,
  { redefined, revised }: Signs,
  before: Judged | undefined,
): Judged {
  const until = lastSign({ redefined, revised }) ?? before?.until ?? '';
  const earlier = before?.texts ?? [];
  const texts = !redefined
    ? earlier
    : is === 'break'
      ? [redefined.after]
      : [...new Set([...earlier, redefined.before, redefined.after])].slice(-MOST_TEXTS);
  return { series, is, until, texts };
}
