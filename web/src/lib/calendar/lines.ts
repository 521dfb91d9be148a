import type { CalendarEntry } from '@insatskollen/shared/calendar/entry.ts';
import { counted } from '#lib/format/number.ts';
import { periodName } from '#lib/format/period.ts';
import type { Language } from '#lib/i18n/language.ts';

/** One line of the calendar: an entry, or the reports of one period that are due on the same day. */
export interface Line {
  key: string;
  kind: CalendarEntry['kind'];
  starts: string;
  ends: string;
  /** `kl. 9.00–16.00`; blank for what takes the whole day. */
  clock: string;
  title: string;
  href: string | null;
  note: string;
  late: boolean;
  /** What it is made of, where it is several. */
  parts: { title: string; href: string; note: string; late: boolean }[];
}

type ReportEntry = Extract<CalendarEntry, { kind: 'deadline' | 'answer' }>;
const isReport = (entry: CalendarEntry): entry is ReportEntry => entry.kind === 'deadline' || entry.kind === 'answer';

/** The calendar's entries as lines, in order. Several reports of a period that are due on one day are one line. */
export function linesOf(entries: readonly CalendarEntry[], language: Language): Line[] {
  const groups = Map.groupBy(entries, (entry) =>
    isReport(entry) ? `${entry.kind} ${entry.starts} ${entry.period}` : entry.id,
  );
  return [...groups].flatMap(([key, group]) => {
    const reports = group.filter(isReport);
    const [first] = reports;
    return first && reports.length > 1
      ? [together(key, first, reports, language)]
      : group.map((entry) => alone(entry, language));
  });
}

function together(
  key: string,
  { kind, starts, period }: ReportEntry,
  reports: readonly ReportEntry[],
  language: Language,
): Line {
  const sv = language === 'sv';
  const count = reports.length;
  const when = periodName(period, language);
  const title =
    kind === 'deadline'
      ? sv
        ? `${count} rapporter för ${when} ska vara inne`
        : `${count} reports for ${when} are due`
      : sv
        ? `${count} kompletteringar för ${when} ska vara inne`
        : `${count} completions for ${when} are due`;
  return {
    key,
    kind,
    starts,
    ends: starts,
    clock: '',
    title,
    href: null,
    note: standing(reports, language),
    late: reports.some(({ late }) => late),
    parts: reports.map((one) => ({ title: one.title, href: hrefOf(one), note: noteOf(one, language), late: one.late })),
  };
}

/** How far a group has come, for those who may know: `9 inskickade, 2 sena`. */
function standing(reports: readonly ReportEntry[], language: Language): string {
  if (reports.some(({ state }) => state === null)) return '';
  const sv = language === 'sv';
  const sent = reports.filter(({ state }) => state === 'submitted' || state === 'approved').length;
  const late = reports.filter((one) => one.late).length;
  const parts = [
    sent === 0
      ? sv
        ? 'ingen inskickad'
        : 'none submitted'
      : sv
        ? counted(sent, 'inskickad', 'inskickade', 'sv')
        : `${sent} submitted`,
    ...(late > 0 ? [sv ? counted(late, 'sen', 'sena', 'sv') : `${late} late`] : []),
  ];
  return parts.join(', ');
}

const alone = (entry: CalendarEntry, language: Language): Line => ({
  key: entry.id,
  kind: entry.kind,
  starts: entry.starts,
  ends: entry.ends,
  clock: clockOf(entry, language),
  title: entry.title,
  href: hrefOf(entry),
  note: noteOf(entry, language),
  late: isReport(entry) && entry.late,
  parts: [],
});

function noteOf(entry: CalendarEntry, language: Language): string {
  if (!isReport(entry)) return entry.place ?? '';
  const sv = language === 'sv';
  const stands =
    entry.state === 'submitted'
      ? sv
        ? 'inskickad'
        : 'submitted'
      : entry.state === 'approved'
        ? sv
          ? 'godkänd'
          : 'approved'
        : entry.late
          ? sv
            ? 'sen'
            : 'late'
          : '';
  const extended = entry.extended ? (sv ? 'förlängd' : 'extended') : '';
  return [stands, extended].filter((part) => part !== '').join(', ');
}

function hrefOf(entry: CalendarEntry): string {
  switch (entry.kind) {
    case 'deadline':
    case 'answer':
      return `/rapporter/${entry.agreementId}/${entry.period}`;
    case 'dialogue':
      return `/dialoger/${entry.dialogueId}`;
    case 'activity':
      return `/kalender/aktiviteter/${entry.activityId}`;
  }
}

/** Times of the clock as they are written: `kl. 9.00–16.00`, `9:00–16:00`. */
export function clockOf(
  { time: from, endTime: to }: { time: string | null; endTime: string | null },
  language: Language,
): string {
  if (from === null) return '';
  const shown = (text: string) => text.replace(/^0/, '').replace(':', language === 'sv' ? '.' : ':');
  const span = to === null ? shown(from) : `${shown(from)}–${shown(to)}`;
  return language === 'sv' ? `kl. ${span}` : span;
}
