import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Utskick',
  lead: 'Brev som inte har gått att skicka. Varje brev har försökts flera gånger under några timmar.',
  states: { dead: 'Gick inte att skicka', waiting: 'Ska skickas', sent: 'Skickade' },
  show: 'Visa',
  none: { dead: 'Alla brev har gått att skicka.', waiting: 'Inget väntar på att skickas.', sent: 'Inget är skickat.' },
  kinds: { digest: 'dagens påminnelser', letter: 'brev från en samordnare' },
  somebody: 'Någon utan konto',
  faults: {
    refused: 'Mottagarens server tar inte emot det. Kontrollera adressen.',
    unreachable: 'E-postservern svarade inte.',
    noAnswer: 'Det är okänt om det kom fram.',
  },
  tried: (n: number) => (n === 1 ? 'ett försök' : `${n} försök`),
  again: 'Försök igen',
  done: 'Brevet försöks igen.',
  more: 'Visa fler',
};

/** Words of the page where administrators see letters that could not be sent. */
export const outboxTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Letters',
    lead: 'Letters that could not be sent. Each has been tried several times over some hours.',
    states: { dead: 'Could not be sent', waiting: 'To be sent', sent: 'Sent' },
    show: 'Show',
    none: { dead: 'Every letter could be sent.', waiting: 'Nothing waits to be sent.', sent: 'Nothing has been sent.' },
    kinds: { digest: 'the day’s reminders', letter: 'a letter from a coordinator' },
    somebody: 'Somebody without an account',
    faults: {
      refused: 'The recipient’s server does not take it. Check the address.',
      unreachable: 'The mail server did not answer.',
      noAnswer: 'It is not known whether it arrived.',
    },
    tried: (n) => (n === 1 ? 'one try' : `${n} tries`),
    again: 'Try again',
    done: 'The letter is tried again.',
    more: 'Show more',
  },
};
