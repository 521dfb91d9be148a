import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  product: 'Insatskollen',
  skip: 'Hoppa till innehållet',
  navigation: 'Huvudmeny',
  account: 'Ditt konto',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  demo: 'Demo. Alla avtal, rapporter och siffror är påhittade.',
  demoClock: (date: string) => `Demons klocka visar ${date}.`,
  foot: 'Om Insatskollen',
  owner: 'Region Sörmlands uppföljning av insatser för näringslivet.',
  help: 'Så rapporterar du',
  glossary: 'Ordlista',
  figures: 'Om siffrorna',
  accessibility: 'Tillgänglighet',
  look: 'Utseende',
  looks: { auto: 'Som enheten', light: 'Ljust', dark: 'Mörkt' },
  session: {
    warning: 'Du loggas snart ut',
    warningText:
      'Du har inte gjort något på en stund. Om två minuter loggas du ut. Det du har skrivit finns kvar på sidan.',
    stay: 'Fortsätt vara inloggad',
    last: 'Passet tar snart slut',
    lastText: 'Du har varit inloggad i tolv timmar och loggas ut inom två minuter. Spara det du håller på med.',
    understood: 'Jag förstår',
    ended: 'Du är utloggad',
    endedText: 'Det du har skrivit finns kvar på sidan. Logga in i ett nytt fönster och kom sedan tillbaka hit.',
    signIn: 'Logga in i ett nytt fönster',
  },
};

/** Words of the frame around every page. */
export const frame: Bilingual<typeof sv> = {
  sv,
  en: {
    product: 'Insatskollen',
    skip: 'Skip to the content',
    navigation: 'Main menu',
    account: 'Your account',
    signIn: 'Sign in',
    signOut: 'Sign out',
    demo: 'Demo. All agreements, reports and figures are made up.',
    demoClock: (date) => `The demo’s clock shows ${date}.`,
    foot: 'About Insatskollen',
    owner: 'Region Sörmland’s follow-up of initiatives for business.',
    help: 'How to report',
    glossary: 'Glossary',
    figures: 'About the figures',
    accessibility: 'Accessibility',
    look: 'Appearance',
    looks: { auto: 'As the device', light: 'Light', dark: 'Dark' },
    session: {
      warning: 'You will soon be signed out',
      warningText:
        'You have not done anything for a while. In two minutes you will be signed out. What you have written stays on the page.',
      stay: 'Stay signed in',
      last: 'Your session is about to end',
      lastText:
        'You have been signed in for twelve hours and will be signed out within two minutes. Save what you are doing.',
      understood: 'I understand',
      ended: 'You are signed out',
      endedText: 'What you have written stays on the page. Sign in in a new window and then come back here.',
      signIn: 'Sign in in a new window',
    },
  },
};
