import { stockholmDay, type Day } from '../calendar/days.ts';
import { dayInWords, daysFrom, periodName } from '../calendar/inWords.ts';
import type { Commented, Digest, Ending, Told } from './digest.ts';
import type { Letter, LetterSection } from './letter.ts';
import { awaitedBy } from './reminders.ts';

type Language = 'sv' | 'en';

/** What letters call things, and where the product is. */
export interface Naming {
  origin: string;
  actor: (id: string) => string;
  initiative: (id: string) => string;
}

const count = (n: number, one: string, many: string): string => (n === 1 ? one : many.replace('#', String(n)));

const texts = {
  sv: {
    hello: (name: string) => `Hej ${name}!`,
    headings: {
      back: 'Tillbaka från regionen',
      late: 'Sena rapporter',
      due: 'Rapporter att lämna',
      requests: 'Aktörer som vill rätta',
      approved: 'Godkända rapporter',
      taken: 'Granskas nu',
      takenOver: 'Någon annan granskar',
      commented: 'Synpunkter inom regionen',
      endings: 'Avtal som snart går ut',
    },
    subject: {
      back: (n: number) => count(n, 'en rapport är tillbaka', '# rapporter är tillbaka'),
      late: (n: number) => count(n, 'en rapport är sen', '# rapporter är sena'),
      due: (n: number) => count(n, 'en rapport att lämna', '# rapporter att lämna'),
      requests: (n: number) => count(n, 'en aktör vill rätta', '# aktörer vill rätta'),
      approved: (n: number) => count(n, 'en rapport är godkänd', '# rapporter är godkända'),
      taken: (n: number) => count(n, 'en rapport granskas', '# rapporter granskas'),
      takenOver: (n: number) => count(n, 'en granskning är övertagen', '# granskningar är övertagna'),
      commented: () => 'nya synpunkter inom regionen',
      endings: (n: number) => count(n, 'ett avtal går snart ut', '# avtal går snart ut'),
    },
    answer: (day: string, when: string) => `Svara senast ${day}, ${when}.`,
    late: (day: string, days: number) => `Skulle ha varit inne ${day}, för ${count(days, 'en dag', '# dagar')} sedan.`,
    due: (day: string, when: string) => `Senast ${day}, ${when}.`,
    requests: 'Aktören vill rätta den godkända rapporten. Läs varför och öppna den igen.',
    approved: 'Godkänd. Tack!',
    taken: 'En samordnare granskar rapporten. Den kan inte tas tillbaka medan det pågår.',
    takenOver: 'En annan samordnare har tagit över granskningen. Du behöver inte göra något.',
    commented: 'En avdelning eller ledningen har lämnat en synpunkt. Aktören ser den inte.',
    ending: (day: string, when: string) => `Går ut ${day}, ${when}, och inget avtal följer på det.`,
    inDays: (n: number) => (n === 0 ? 'i dag' : n === 1 ? 'i morgon' : n > 1 ? `om ${n} dagar` : 'nu'),
    foot: 'Du får högst ett sådant brev om dagen.',
    change: 'Välj vad du vill få och hur ofta',
    letterFoot: (who: string) => `Skrivet av ${who} på Region Sörmland. Svara på brevet så når du ${who}.`,
  },
  en: {
    hello: (name: string) => `Hello ${name},`,
    headings: {
      back: 'Back from the region',
      late: 'Late reports',
      due: 'Reports to hand in',
      requests: 'Actors who want to correct',
      approved: 'Approved reports',
      taken: 'In review now',
      takenOver: 'Someone else is reviewing',
      commented: 'Comments within the region',
      endings: 'Agreements that end soon',
    },
    subject: {
      back: (n: number) => count(n, 'one report is back', '# reports are back'),
      late: (n: number) => count(n, 'one report is late', '# reports are late'),
      due: (n: number) => count(n, 'one report to hand in', '# reports to hand in'),
      requests: (n: number) => count(n, 'one actor wants to correct', '# actors want to correct'),
      approved: (n: number) => count(n, 'one report is approved', '# reports are approved'),
      taken: (n: number) => count(n, 'one report is in review', '# reports are in review'),
      takenOver: (n: number) => count(n, 'one review is taken over', '# reviews are taken over'),
      commented: () => 'new comments within the region',
      endings: (n: number) => count(n, 'one agreement ends soon', '# agreements end soon'),
    },
    answer: (day: string, when: string) => `Answer by ${day}, ${when}.`,
    late: (day: string, days: number) => `Should have been in on ${day}, ${count(days, 'one day', '# days')} ago.`,
    due: (day: string, when: string) => `By ${day}, ${when}.`,
    requests: 'The actor wants to correct the approved report. Read why and open it again.',
    approved: 'Approved. Thank you!',
    taken: 'A coordinator is reviewing the report. It cannot be recalled meanwhile.',
    takenOver: 'Another coordinator has taken over the review. There is nothing for you to do.',
    commented: 'A department or a leader has commented. The actor does not see it.',
    ending: (day: string, when: string) => `Ends on ${day}, ${when}, and no agreement follows it.`,
    inDays: (n: number) => (n === 0 ? 'today' : n === 1 ? 'tomorrow' : n > 1 ? `in ${n} days` : 'now'),
    foot: 'You get one such letter a day at most.',
    change: 'Choose what you get and how often',
    letterFoot: (who: string) => `Written by ${who} at Region Sörmland. Reply to this letter to reach ${who}.`,
  },
};

/** Where people say what they want to be told of. */
const PREFERENCES = '/konto/paminnelser';

/** A person's digest as a letter. `day` is the day that it is sent. */
export function digestLetter(
  digest: Digest,
  to: { name: string; language: Language },
  day: Day,
  names: Naming,
): Letter {
  const { language } = to;
  const t = texts[language];
  const linked = (report: Told, path: string, text: string) => ({
    link: { text: nameOf(report, language, names), href: `${names.origin}${path}` },
    text,
  });
  const own = (text: (report: Told) => string) => (report: Told) => linked(report, reportPath(report), text(report));
  const review = (text: string) => (report: Told) =>
    linked(report, `/granskning/${report.agreementId}/${report.period}`, text);
  const sections: Record<keyof Digest, LetterSection['lines']> = {
    back: digest.back.map(own((report) => t.answer(...awaited(report, day, language)))),
    late: digest.late.map(own((report) => lateText(report, day, language))),
    due: digest.due.map(own((report) => t.due(...awaited(report, day, language)))),
    requests: digest.requests.map(review(t.requests)),
    approved: digest.approved.map(own(() => t.approved)),
    taken: digest.taken.map(own(() => t.taken)),
    takenOver: digest.takenOver.map(review(t.takenOver)),
    commented: digest.commented.map((one) => commentedLine(one, language, names)),
    endings: digest.endings.map((ending) => endingLine(ending, day, language, names)),
  };
  const kinds = order.filter((kind) => sections[kind].length > 0);
  const said = kinds.slice(0, 2).map((kind) => t.subject[kind](sections[kind].length));
  return {
    language,
    subject: `Insatskollen: ${said.join(', ')}`,
    greeting: t.hello(firstName(to.name)),
    intro: [],
    sections: kinds.map((kind) => ({ heading: t.headings[kind], lines: sections[kind] })),
    foot: { text: t.foot, link: { text: t.change, href: `${names.origin}${PREFERENCES}` } },
  };
}

/** What a coordinator wrote to those who are late, with the reports that it is about. */
export function lateLetter(
  written: { subject: string; text: string; by: string },
  to: { name: string; language: Language },
  late: readonly Told[],
  day: Day,
  names: Naming,
): Letter {
  const { language } = to;
  const t = texts[language];
  const lines = late.map((report) => ({
    link: { text: nameOf(report, language, names), href: `${names.origin}${reportPath(report)}` },
    text: lateText(report, day, language),
  }));
  return {
    language,
    subject: written.subject,
    greeting: t.hello(firstName(to.name)),
    intro: written.text.split(/\n{2,}/),
    sections: [{ heading: t.headings.late, lines }],
    foot: { text: t.letterFoot(written.by), link: { text: t.change, href: `${names.origin}${PREFERENCES}` } },
  };
}

/** The most pressing first. */
const order = [
  'back',
  'late',
  'due',
  'requests',
  'approved',
  'taken',
  'takenOver',
  'commented',
  'endings',
] as const satisfies (keyof Digest)[];

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
const reportPath = ({ agreementId, period }: Told): string => `/rapporter/${agreementId}/${period}`;
const nameOf = ({ actorId, initiativeId, period }: Told | Commented, language: Language, names: Naming): string =>
  [
    names.actor(actorId),
    names.initiative(initiativeId),
    ...(period === null ? [] : [periodName(period, language)]),
  ].join(', ');

function awaited(report: Told, day: Day, language: Language): [string, string] {
  const by = awaitedBy(report) ?? stockholmDay(new Date(report.dueAt));
  return [dayInWords(by, language), texts[language].inDays(daysFrom(day, by))];
}

function lateText(report: Told, day: Day, language: Language): string {
  const by = awaitedBy(report) ?? stockholmDay(new Date(report.dueAt));
  return texts[language].late(dayInWords(by, language), daysFrom(by, day));
}

/** Leads to where a coordinator reads the comments. */
const commentedLine = (of: Commented, language: Language, names: Naming) => ({
  link: {
    text: nameOf(of, language, names),
    href: `${names.origin}/${of.period === null ? 'register/avtal' : 'granskning'}/${of.agreementId}${of.period === null ? '' : `/${of.period}`}#synpunkter`,
  },
  text: texts[language].commented,
});

const endingLine = (
  { agreementId, actorId, initiativeId, termEnd }: Ending,
  day: Day,
  language: Language,
  names: Naming,
) => ({
  link: {
    text: `${names.actor(actorId)}, ${names.initiative(initiativeId)}`,
    href: `${names.origin}/register/avtal/${agreementId}`,
  },
  text: texts[language].ending(dayInWords(termEnd, language), texts[language].inDays(daysFrom(day, termEnd))),
});
