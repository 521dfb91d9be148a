import type { Bilingual } from '#lib/i18n/language.ts';

/** What a page says that cannot be shown. */
export interface ErrorWords {
  title: string;
  what: string;
  next: string;
}

const sv = {
  fault: {
    title: 'Något gick fel hos oss',
    what: 'Sidan kunde inte visas. Det som är sparat finns kvar, och felet har antecknats.',
    next: 'Försök igen. Händer det en gång till, berätta för den som samordnar uppföljningen på Region Sörmland vad du gjorde.',
  },
  again: 'Försök igen',
  home: 'Till startsidan',
  help: 'Hjälp',
};

/** Words for what goes wrong in the browser itself or that nobody foresaw. Those of all else come from the server. */
export const ownFault: Bilingual<typeof sv> = {
  sv,
  en: {
    fault: {
      title: 'Something went wrong with us',
      what: 'The page could not be shown. What is saved is still there, and the fault has been noted.',
      next: 'Try again. If it happens once more, tell the follow-up coordinator at Region Sörmland what you were doing.',
    },
    again: 'Try again',
    home: 'To the first page',
    help: 'Help',
  },
};
