import { z } from 'zod';
import { periodName } from './inWords.ts';
import { activityKinds } from './activity.ts';
import { isOutsideWindows } from './periods.ts';

/** What the calendar holds: when reports are to be in, when returned ones are to be answered, meetings, and the year's activities. */
const base = {
  /** The same for as long as the thing is there: calendar programs know it by this. */
  id: z.string(),
  starts: z.string(),
  ends: z.string(),
  /** `09:00`, in Stockholm; none for what takes the whole day. */
  time: z.string().nullable(),
  endTime: z.string().nullable(),
  /** In the caller's language, and never with anything that somebody is still writing. */
  title: z.string(),
};
const report = { agreementId: z.string(), period: z.string(), actorId: z.string(), initiativeId: z.string() };

const ReportEntrySchema = z.object({
  ...base,
  ...report,
  kind: z.enum(['deadline', 'answer']),
  /** How the report stands, for those who may know. */
  state: z.enum(['notStarted', 'draft', 'submitted', 'returned', 'approved']).nullable(),
  late: z.boolean(),
  extended: z.boolean(),
});
const DialogueEntrySchema = z.object({
  ...base,
  kind: z.literal('dialogue'),
  dialogueId: z.string(),
  actorId: z.string(),
  place: z.string().nullable(),
});
const ActivityEntrySchema = z.object({
  ...base,
  kind: z.literal('activity'),
  activityId: z.string(),
  activityKind: z.enum(activityKinds),
  place: z.string().nullable(),
  description: z.string().nullable(),
});
export const CalendarEntrySchema = z.discriminatedUnion('kind', [
  ReportEntrySchema,
  DialogueEntrySchema,
  ActivityEntrySchema,
]);
export type CalendarEntry = z.infer<typeof CalendarEntrySchema>;

/** What an entry of a report is called: `Almi, Basuppdrag: rapport för kvartal 3 2026`. */
export function reportTitle(
  kind: 'deadline' | 'answer',
  { actor, initiative, period }: { actor: string; initiative: string; period: string },
  language: 'sv' | 'en',
): string {
  const when = periodName(period, language);
  // A final report, or one of a year after the end, is called what it is.
  if (kind === 'deadline' && isOutsideWindows(period)) return `${actor}, ${initiative}: ${when}`;
  const what =
    kind === 'answer'
      ? { sv: `komplettering för ${when}`, en: `completion for ${when}` }
      : { sv: `rapport för ${when}`, en: `report for ${when}` };
  return `${actor}, ${initiative}: ${what[language]}`;
}

/** What an actor dialogue is called. */
export const dialogueTitle = (actor: string, language: 'sv' | 'en'): string =>
  language === 'sv' ? `Aktörsdialog: ${actor}` : `Dialogue: ${actor}`;

/** Entries in the order of the calendar: by day, whole days first, then by the clock. */
export const inOrder = (entries: readonly CalendarEntry[]): CalendarEntry[] =>
  entries.toSorted(
    (a, b) =>
      a.starts.localeCompare(b.starts) ||
      (a.time ?? '').localeCompare(b.time ?? '') ||
      a.title.localeCompare(b.title, 'sv'),
  );
