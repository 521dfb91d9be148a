import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Kvitto',
  mine: 'Mina rapporter',
  received: 'Rapporten är inskickad',
  registration: 'Registreringsnummer',
  time: 'Inkom',
  by: 'Inskickad av',
  somebody: 'någon hos aktören',
  version: 'Version',
  agreement: 'Avtal',
  fingerprint: 'Kontrollsumma (SHA-256)',
  fingerprintText: 'Räknad på exakt det som skickades in. Ändras något i rapporten stämmer den inte längre.',
  next: 'Vad händer nu?',
  nextText:
    'En samordnare hos regionen granskar rapporten. Du får besked om något behöver kompletteras, och när den är godkänd.',
  back: 'Till Mina rapporter',
  toReport: 'Till rapporten',
  verify: 'Historik och kontroll av kvittot',
  print: 'Skriv ut sidan eller spara den som PDF om du vill ha kvittot för dig själv.',
  printed: (day: string) => `Utskrift ${day}.`,
};

/** Words of the receipt. */
export const receiptTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Receipt',
    mine: 'My reports',
    received: 'The report is submitted',
    registration: 'Registration number',
    time: 'Received',
    by: 'Submitted by',
    somebody: 'somebody at the actor',
    version: 'Version',
    agreement: 'Agreement',
    fingerprint: 'Checksum (SHA-256)',
    fingerprintText:
      'Computed over exactly what was submitted. If anything in the report changes, it no longer matches.',
    next: 'What happens now?',
    nextText:
      'A coordinator at the region reviews the report. You are told if something needs to be completed, and when it is approved.',
    back: 'To My reports',
    toReport: 'To the report',
    verify: 'History and check of the receipt',
    print: 'Print the page or save it as a PDF if you want to keep the receipt.',
    printed: (day) => `Printed ${day}.`,
  },
};
