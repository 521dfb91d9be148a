import type { NoticeKind } from '@insatskollen/shared/notices/preferences.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const kinds: Record<NoticeKind, string> = {
  deadline: 'Rapporter som ska in: 14 och 3 dagar före, sista dagen, och när de är sena',
  returned: 'En rapport är tillbaka från regionen',
  reopened: 'En godkänd rapport är öppnad igen',
  approved: 'En rapport är godkänd',
  reviewTaken: 'En rapport börjar granskas',
  reviewTakenOver: 'En annan samordnare tar över min granskning',
  reopenRequested: 'En aktör vill rätta en godkänd rapport',
  commented: 'En avdelning eller ledningen lämnar en synpunkt inom regionen',
  agreementEnding: 'Ett avtal går snart ut',
};

const sv = {
  account: 'Mitt konto',
  title: 'Påminnelser till mig',
  lead: 'Allt som rör dig samlas i ett brev. Du får högst ett om dagen, och inget när det inte finns något att berätta.',
  saved: 'Dina val är sparade.',
  language: 'Språk i breven',
  languages: { sv: 'Svenska', en: 'English' },
  rhythm: 'Hur ofta',
  rhythms: { daily: 'Samma dag', weekly: 'En gång i veckan, på måndagar' },
  rhythmHint: 'Det som är tillbaka från regionen, och det som ska in samma dag, kommer alltid genast.',
  also: 'Berätta också för mig om',
  always: 'Det här får du alltid veta, om det rör dig',
  kinds,
  save: 'Spara',
  stale: 'Valen har ändrats på ett annat ställe. Se efter att de stämmer och spara igen.',
};

/** Words of the page where one says how one wants to be told. */
export const preferenceTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    account: 'My account',
    title: 'Reminders to me',
    lead: 'Everything that concerns you comes in one letter. You get one a day at most, and none when there is nothing to tell.',
    saved: 'Your choices are saved.',
    language: 'Language of the letters',
    languages: { sv: 'Svenska', en: 'English' },
    rhythm: 'How often',
    rhythms: { daily: 'The same day', weekly: 'Once a week, on Mondays' },
    rhythmHint: 'What is back from the region, and what is due that day, always comes at once.',
    also: 'Also tell me when',
    always: 'You are always told of this, if it concerns you',
    kinds: {
      deadline: 'Reports that are due: 14 and 3 days before, on the last day, and when they are late',
      returned: 'A report is back from the region',
      reopened: 'An approved report is open again',
      approved: 'A report is approved',
      reviewTaken: 'A report is being reviewed',
      reviewTakenOver: 'Another coordinator takes over my review',
      reopenRequested: 'An actor wants to correct an approved report',
      commented: 'A department or a leader comments within the region',
      agreementEnding: 'An agreement ends soon',
    },
    save: 'Save',
    stale: 'The choices have been changed somewhere else. See that they are right and save again.',
  },
};
