import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Påminnelser',
  lead: (late: number, people: number) =>
    `${late === 0 ? 'Ingen rapport är sen' : late === 1 ? 'En rapport är sen' : `${late} rapporter är sena`}, och ${
      people === 0 ? 'ingen' : people === 1 ? 'en person' : `${people} personer`
    } påminns de närmaste veckorna. Den som lämnar in påminns inte mer.`,
  period: 'Period',
  all: 'Alla perioder',
  show: 'Visa',
  sent: (n: number) => (n === 1 ? 'Brevet är på väg till en person.' : `Brevet är på väg till ${n} personer.`),
  late: 'Sena rapporter',
  lateNone: 'Ingen rapport är sen.',
  lateSince: (day: string, when: string) => `Skulle ha varit inne ${day}, ${when}`,
  write: 'Skriv till dem som är sena',
  writeLead:
    'Var och en får ett brev, hur många rapporter det än gäller, med länkar till de egna. Svaren kommer till dig.',
  which: 'Rapporter som brevet gäller',
  subject: 'Ämne',
  subjectReady: 'Vi saknar er rapport',
  text: 'Text',
  textHint: 'Hälsning, vilka rapporter det gäller och ditt namn läggs till.',
  textReady:
    'Vi väntar på er rapport. Har ni fått förhinder, eller är något oklart? Hör av er, så hjälps vi åt.\n\nNi kan lämna in så snart ni är klara.',
  send: 'Skicka brevet',
  upcoming: 'Det här kommer att skickas',
  upcomingNone: (until: string) => `Ingen påminns före ${until}.`,
  before: (n: number) =>
    n === 0 ? 'sista dagen' : n === 1 ? 'en dag före' : n > 0 ? `${n} dagar före` : `${-n} dagar sen`,
  then: (days: string, more: boolean) => `Sedan ${days}${more ? ', och så varje vecka tills den är inne' : ''}.`,
  nobody: 'Ingen med konto rapporterar för aktören, så ingen påminns.',
  weekly: 'får det på måndagen',
  noReminder: (until: string) => `Väntas senare, utan påminnelse före ${until}`,
};

/** Words of the page where coordinators see who is reminded of what. */
export const reminderTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Reminders',
    lead: (late, people) =>
      `${late === 0 ? 'No report is late' : late === 1 ? 'One report is late' : `${late} reports are late`}, and ${
        people === 0 ? 'nobody is' : people === 1 ? 'one person is' : `${people} people are`
      } reminded in the coming weeks. Whoever hands in is reminded no more.`,
    period: 'Period',
    all: 'All periods',
    show: 'Show',
    sent: (n) => (n === 1 ? 'The letter is on its way to one person.' : `The letter is on its way to ${n} people.`),
    late: 'Late reports',
    lateNone: 'No report is late.',
    lateSince: (day, when) => `Should have been in on ${day}, ${when}`,
    write: 'Write to those who are late',
    writeLead:
      'Each person gets one letter, however many reports it is about, with links to their own. Answers come to you.',
    which: 'Reports that the letter is about',
    subject: 'Subject',
    subjectReady: 'We are missing your report',
    text: 'Text',
    textHint: 'A greeting, which reports it is about and your name are added.',
    textReady:
      'We are waiting for your report. Has something come up, or is anything unclear? Let us know, and we will help.\n\nYou can hand in as soon as you are ready.',
    send: 'Send the letter',
    upcoming: 'What will be sent',
    upcomingNone: (until) => `Nobody is reminded before ${until}.`,
    before: (n) =>
      n === 0 ? 'on the last day' : n === 1 ? 'one day before' : n > 0 ? `${n} days before` : `${-n} days late`,
    then: (days, more) => `Then ${days}${more ? ', and so every week until it is in' : ''}.`,
    nobody: 'Nobody with an account reports for the actor, so nobody is reminded.',
    weekly: 'gets it on the Monday',
    noReminder: (until) => `Expected later, without a reminder before ${until}`,
  },
};
