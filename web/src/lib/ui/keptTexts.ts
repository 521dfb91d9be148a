import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  signedOut: {
    title: 'Du är utloggad, men allt du skrev finns kvar här',
    what: 'Det har gått för lång tid sedan du gjorde något. Logga in i ett nytt fönster, kom sedan tillbaka hit och skicka igen. Stäng inte den här sidan.',
  },
  away: {
    title: 'Det gick inte att spara, men allt du skrev finns kvar här',
    what: 'Tjänsten når inte sina data just nu. Vänta en stund och skicka igen. Stäng inte den här sidan.',
  },
  signIn: 'Logga in i ett nytt fönster',
  send: 'Skicka igen',
  leave: 'Lämna utan att skicka',
  nothingTyped: 'Formuläret hade inget att fylla i. Du kan skicka det igen.',
};

/** Words of a form that could not be saved. */
export const keptTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    signedOut: {
      title: 'You are signed out, but everything you wrote is still here',
      what: 'Too long has passed since you did something. Sign in in a new window, then come back here and send again. Do not close this page.',
    },
    away: {
      title: 'It could not be saved, but everything you wrote is still here',
      what: 'The service cannot reach its data just now. Wait a moment and send again. Do not close this page.',
    },
    signIn: 'Sign in in a new window',
    send: 'Send again',
    leave: 'Leave without sending',
    nothingTyped: 'The form had nothing to fill in. You can send it again.',
  },
};
