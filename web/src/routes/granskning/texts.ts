import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Granskning',
  lead: (count: number) =>
    count === 0
      ? 'Inget väntar på granskning.'
      : count === 1
        ? 'En rapport väntar på granskning.'
        : `${count} rapporter väntar på granskning, äldst först.`,
  leadMore: (count: number) => `Fler än ${count} rapporter väntar på granskning, äldst först.`,
  filters: 'Visa',
  area: 'Insatsområde',
  actor: 'Aktör',
  period: 'Period',
  all: 'Alla',
  show: 'Visa',
  clear: 'Visa allt',
  queue: 'Väntar på granskning',
  submitted: (when: string) => `Inskickad ${when}`,
  version: (n: number) => `version ${n}`,
  heldByMe: 'Du granskar den',
  heldBy: (who: string) => `${who} granskar den`,
  somebody: 'En annan samordnare',
  open: 'Granska',
  next: 'Visa fler',
  first: 'Till början av kön',
  asked: 'Aktören vill rätta en godkänd rapport',
  askedText: (who: string) => `${who}:`,
  late: 'Sena',
  reminders: 'Se vem som påminns, och skriv till dem som är sena',
  lateNone: (periods: string) => `Ingen rapport för ${periods} är sen.`,
  draft: 'utkast finns',
  notStarted: 'inte påbörjad',
  returned: 'tillbaka hos aktören',
  waiting: 'Tillbaka hos aktören',
  seen: (periods: string) => `Gäller ${periods}.`,
  done: {
    godkand: 'Rapporten är godkänd och räknas nu i siffrorna.',
    tillbaka: 'Rapporten är tillbaka hos aktören.',
    oppnad: 'Rapporten är öppen igen och tillbaka hos aktören.',
    forlangd: 'Rapporten har fått mer tid.',
  },
};

/** Words of the review queue. */
export const queueTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Review',
    lead: (count) =>
      count === 0
        ? 'Nothing waits for review.'
        : count === 1
          ? 'One report waits for review.'
          : `${count} reports wait for review, oldest first.`,
    leadMore: (count) => `More than ${count} reports wait for review, oldest first.`,
    filters: 'Show',
    area: 'Focus area',
    actor: 'Actor',
    period: 'Period',
    all: 'All',
    show: 'Show',
    clear: 'Show everything',
    queue: 'Waiting for review',
    submitted: (when) => `Submitted ${when}`,
    version: (n) => `version ${n}`,
    heldByMe: 'You are reviewing it',
    heldBy: (who) => `${who} is reviewing it`,
    somebody: 'Another coordinator',
    open: 'Review',
    next: 'Show more',
    first: 'To the start of the queue',
    asked: 'The actor wants to correct an approved report',
    askedText: (who) => `${who}:`,
    late: 'Late',
    reminders: 'See who is reminded, and write to those who are late',
    lateNone: (periods) => `No report for ${periods} is late.`,
    draft: 'a draft exists',
    notStarted: 'not started',
    returned: 'back with the actor',
    waiting: 'Back with the actor',
    seen: (periods) => `For ${periods}.`,
    done: {
      godkand: 'The report is approved and now counts in the figures.',
      tillbaka: 'The report is back with the actor.',
      oppnad: 'The report is open again and back with the actor.',
      forlangd: 'The report has more time.',
    },
  },
};
