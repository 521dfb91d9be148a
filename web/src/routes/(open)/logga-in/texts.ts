import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Logga in',
  lead: 'Insatskollen samlar vad insatserna för Sörmlands näringsliv leder till: aktörer rapporterar, regionen granskar, alla ser samma siffror.',
  how: 'Du loggar in med din organisations konto eller med e-legitimation. Insatskollen har inget eget lösenord och sparar inget personnummer.',
  button: 'Logga in',
  signedInAs: (name: string) => `Du är redan inloggad som ${name}.`,
  goOn: 'Fortsätt',
  who: 'Vem får logga in?',
  whoText:
    'Den som har fått en inbjudan från Region Sörmland. Saknar du en, be den som samordnar uppföljningen hos regionen.',
  published: 'Publicerade resultat, för alla',
  demo: 'Det här är en demo. I nästa steg väljer du vem av demopersonerna du vill vara; deras roller står intill namnen.',
  faults: {
    otillganglig: { title: 'Inloggningen svarar inte just nu', text: 'Vänta en stund och försök igen.' },
    avbruten: { title: 'Inloggningen avbröts', text: 'Du är inte inloggad. Försök igen när du vill.' },
    ogiltig: {
      title: 'Inloggningen gick inte att slutföra',
      text: 'Den tog för lång tid, eller påbörjades i en annan webbläsare. Börja om härifrån.',
    },
  },
};

export const signIn: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Sign in',
    lead: 'Insatskollen gathers what the initiatives for business in Sörmland lead to: actors report, the region reviews, everyone sees the same figures.',
    how: 'You sign in with your organisation’s account or with e-identification. Insatskollen has no password of its own and keeps no personal identity number.',
    button: 'Sign in',
    signedInAs: (name) => `You are already signed in as ${name}.`,
    goOn: 'Continue',
    who: 'Who may sign in?',
    whoText: 'Those who have been invited by Region Sörmland. If you have not, ask the region’s follow-up coordinator.',
    published: 'Published results, for anyone',
    demo: 'This is a demo. In the next step you choose which of the demo people to be; their roles stand beside their names.',
    faults: {
      otillganglig: { title: 'Sign-in does not answer just now', text: 'Wait a moment and try again.' },
      avbruten: { title: 'Sign-in was cancelled', text: 'You are not signed in. Try again when you wish.' },
      ogiltig: {
        title: 'Sign-in could not be completed',
        text: 'It took too long, or was begun in another browser. Start again from here.',
      },
    },
  },
};
