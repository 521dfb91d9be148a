import { addDays, weekday, type Day } from '../calendar/days.ts';
import { daysFrom } from '../calendar/inWords.ts';
import type { Head } from '../reports/head.ts';
import { isUrgent, wants, type NoticeKind, type Preferences } from './preferences.ts';
import { awaitedBy, reminderDays } from './reminders.ts';

/** What a digest needs to know of a report: nothing that is written in it. */
export type Told = Pick<
  Head,
  'agreementId' | 'period' | 'actorId' | 'initiativeId' | 'state' | 'dueAt' | 'answerBy' | 'reopenRequest'
>;

/** Something that happened to a report and that somebody has not been told of yet. */
export interface Notice {
  kind: NoticeKind;
  report: Told;
}

/** An agreement that ends soon. */
export interface Ending {
  agreementId: string;
  actorId: string;
  initiativeId: string;
  termEnd: Day;
}

/** A report, or an agreement where there is no period, that the region has commented on within itself. */
export interface Commented {
  agreementId: string;
  period: string | null;
  actorId: string;
  initiativeId: string;
}

/** What one letter tells one person, in the order that it is told. */
export interface Digest {
  /** Sent back or opened again: the actor's to answer. */
  back: Told[];
  late: Told[];
  due: Told[];
  /** An actor wants to correct an approved report. */
  requests: Told[];
  approved: Told[];
  taken: Told[];
  /** What they held for review, and another coordinator has taken. */
  takenOver: Told[];
  commented: Commented[];
  endings: Ending[];
}

const MONDAY = 1;
const WEEK = 7;

/** What somebody would be told on a day: `since` is the day that they were told of last. */
export interface Telling {
  preferences: Preferences;
  since: Day;
  day: Day;
  /** Every report of the actors that they report for. */
  own: readonly Told[];
  notices: readonly Notice[];
  commented: readonly Commented[];
  endings: readonly Ending[];
}

/** One person's digest of a day; none when there is nothing to tell. Each report is named once, by what is most pressing. */
export function digestOf({ preferences, since, day, own, notices, commented, endings }: Telling): Digest | undefined {
  const wanted = notices.filter(({ kind, report }) => wants(preferences, kind) && stillSo(kind, report));
  const whole = preferences.rhythm === 'daily' || hasMonday(since, day);
  const urgent = wanted.some(({ kind }) => isUrgent(kind)) || own.some((report) => fallsDue(report, since, day));
  if (!whole && !urgent) return undefined;
  const until = preferences.rhythm === 'weekly' && whole ? addDays(day, WEEK - 1) : day;
  const back = of(wanted, 'returned', 'reopened');
  const named = new Set(back.map(keyOf));
  const reminded = own.filter((one) => !named.has(keyOf(one)) && reminderDays(one, since, until).length > 0);
  const isLate = (report: Told) => daysFrom(awaitedBy(report) ?? day, day) > 0;
  const digest: Digest = {
    back,
    late: reminded.filter(isLate).toSorted(byDay),
    due: reminded.filter((report) => !isLate(report)).toSorted(byDay),
    requests: of(wanted, 'reopenRequested'),
    approved: of(wanted, 'approved'),
    taken: of(wanted, 'reviewTaken'),
    takenOver: of(wanted, 'reviewTakenOver'),
    commented: wants(preferences, 'commented') ? onceEach(commented) : [],
    endings: wants(preferences, 'agreementEnding') ? [...endings] : [],
  };
  return Object.values(digest).some((lines: readonly unknown[]) => lines.length > 0) ? digest : undefined;
}

/** Whether a report is still as it was when the notice was made: what has been answered since is no news. */
function stillSo(kind: NoticeKind, { state, reopenRequest }: Told): boolean {
  switch (kind) {
    case 'returned':
    case 'reopened':
      return state === 'returned';
    case 'approved':
      return state === 'approved';
    case 'reviewTaken':
      return state === 'submitted';
    case 'reopenRequested':
      return reopenRequest !== null;
    case 'deadline':
    case 'reviewTakenOver':
    case 'commented':
    case 'agreementEnding':
      return true;
  }
}

const keyOf = ({ agreementId, period }: Told | Commented): string => `${agreementId}#${period ?? ''}`;

const onceEach = <One extends Told | Commented>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
];

const of = (notices: readonly Notice[], ...kinds: NoticeKind[]): Told[] =>
  onceEach(notices.filter(({ kind }) => kinds.includes(kind)).map(({ report }) => report));

const fallsDue = (report: Told, since: Day, day: Day): boolean => {
  const by = awaitedBy(report);
  return by !== undefined && by > since && by <= day;
};

const hasMonday = (since: Day, day: Day): boolean =>
  daysFrom(since, day) >= WEEK ||
  Array.from({ length: daysFrom(since, day) }, (_, n) => addDays(day, -n)).some((one) => weekday(one) === MONDAY);

const byDay = (a: Told, b: Told): number => (awaitedBy(a) ?? '').localeCompare(awaitedBy(b) ?? '');
