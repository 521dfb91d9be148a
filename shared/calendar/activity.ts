import { z } from 'zod';
import { aDay, oneLine, optionalText } from '../oneLine.ts';
import { addDays, lastDayOfMonth, type Day } from './days.ts';

/** What the year is made of apart from reports and dialogues. `statutory` are tasks that recur by law (requirement R38). */
export const activityKinds = ['run', 'board', 'statutory', 'conference', 'other'] as const;
const MOST_YEARS_APART = 20;
const LONGEST_DAYS = 366;

/** A time of the clock, `13.00` or `13:00`; kept with a colon. */
export const timeOfDay = z
  .string()
  .max(40)
  .nullish()
  .transform(
    (text) =>
      text
        ?.trim()
        .replace('.', ':')
        .replace(/^(?=\d:)/, '0') || null,
  )
  .superRefine((text, ctx) => {
    if (text !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text))
      ctx.addIssue({
        code: 'custom',
        params: { code: 'notATime', en: 'Enter a time such as 13.00.' },
        message: 'Skriv ett klockslag som 13.00.',
      });
  });

/** An activity of the annual cycle as people write it. Days and times in Stockholm. */
export const ActivityContentSchema = z.strictObject({
  title: oneLine(200),
  kind: z.enum(activityKinds).default('other'),
  starts: aDay,
  /** Its last day where it takes several. */
  ends: aDay.nullish().transform((day) => day ?? null),
  time: timeOfDay,
  endTime: timeOfDay,
  place: optionalText(200),
  description: optionalText(2_000),
  /** 0 once, 1 every year, 3 every third year. */
  everyYears: z.int().min(0).max(MOST_YEARS_APART).default(0),
  /** The last day that it may begin on again; none goes on until it is changed. */
  until: aDay.nullish().transform((day) => day ?? null),
  /** `region` is for those who read for the region only: coordinators, leaders and departments. */
  audience: z.enum(['all', 'region']).default('all'),
  cancelled: z.boolean().default(false),
});
export type ActivityContent = z.infer<typeof ActivityContentSchema>;

export const ActivitySchema = z.object({ ...ActivityContentSchema.shape, id: z.string(), version: z.number() });
export type Activity = z.infer<typeof ActivitySchema>;

const texts = {
  endsBefore: { sv: 'Sista dagen ligger före den första.', en: 'The last day lies before the first.' },
  tooLong: { sv: 'En aktivitet tar högst ett år.', en: 'An activity takes a year at most.' },
  untilBefore: { sv: 'Dagen ligger före den första gången.', en: 'The day lies before the first time.' },
  endTimeBefore: { sv: 'Sluttiden ligger före starttiden.', en: 'It ends before it begins.' },
  endTimeAlone: { sv: 'Skriv också när det börjar.', en: 'Enter when it begins too.' },
};
type Code = keyof typeof texts;

/** Everything that an activity's days and times say against each other. */
export function activityFaults(activity: ActivityContent, language: 'sv' | 'en') {
  const { starts, ends, until, time, endTime } = activity;
  const found: [path: string, code: Code][] = [];
  if (ends !== null && ends < starts) found.push(['ends', 'endsBefore']);
  if (ends !== null && ends > addDays(starts, LONGEST_DAYS)) found.push(['ends', 'tooLong']);
  if (until !== null && until < starts) found.push(['until', 'untilBefore']);
  if (endTime !== null && time === null) found.push(['time', 'endTimeAlone']);
  if (endTime !== null && time !== null && (ends ?? starts) === starts && endTime < time)
    found.push(['endTime', 'endTimeBefore']);
  return found.map(([path, code]) => ({ path, code, message: texts[code][language] }));
}

/** One time that an activity takes place. */
export interface Occurrence {
  starts: Day;
  ends: Day;
}

/** A day so many years later; 29 February is the 28th where there is none. */
function yearsLater(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  const last = lastDayOfMonth(year, Number(day.slice(5, 7)));
  const same = `${String(year).padStart(4, '0')}${day.slice(4)}`;
  return same > last ? last : same;
}

/** Every time that an activity takes place on some of the days from `from` to `to`, in order. */
export function occurrencesIn(
  { starts, ends, everyYears, until, cancelled }: ActivityContent,
  from: Day,
  to: Day,
): Occurrence[] {
  if (cancelled) return [];
  const length = Math.round((Date.parse(ends ?? starts) - Date.parse(starts)) / 86_400_000);
  const found: Occurrence[] = [];
  const first = Number(starts.slice(0, 4));
  const last = Math.min(Number(to.slice(0, 4)), everyYears === 0 ? first : Infinity);
  // Of those that lie far back none can reach into the days that are asked for.
  const skipped = everyYears === 0 ? 0 : Math.max(0, Math.floor((Number(from.slice(0, 4)) - 2 - first) / everyYears));
  for (let year = first + skipped * everyYears; year <= last; year += everyYears || 1) {
    const begins = yearsLater(starts, year - first);
    if (until !== null && begins > until) break;
    const over = addDays(begins, length);
    if (begins <= to && over >= from) found.push({ starts: begins, ends: over });
  }
  return found;
}
