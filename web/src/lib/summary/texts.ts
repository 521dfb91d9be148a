import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  picker: 'Välj tid och läge',
  period: 'Tid',
  asOf: 'Läget den',
  asOfHint: 'Tomt är i dag',
  preview: 'Räkna med inskickade rapporter som inte är granskade',
  show: 'Visa',
  official: (window: string) => `Officiella siffror för ${window}`,
  previewed: (window: string) => `Förhandsvisning för ${window}`,
  previewNote:
    'Förhandsvisning: även inskickade rapporter som inte är granskade räknas. Siffrorna är inte officiella och får inte spridas.',
  today: (date: string) => `läget i dag, ${date}`,
  asOfDay: (date: string) => `läget vid slutet av ${date}`,
  asOfNote: (date: string) => `Siffrorna visas precis som de stod vid slutet av ${date}.`,
  corrections: (count: string) => `Efter det har siffrorna ändrats: ${count}.`,
  oneCorrection: 'en gång',
  manyCorrections: (count: string) => `${count} gånger`,
  whatChanged: 'Se vad som ändrades',
  toNow: 'Visa läget i dag',
  synthetic: 'Siffrorna är påhittade.',
  noAnswer: 'inget godkänt än',
  noTarget: 'inget gemensamt mål',
  reached: 'målet nått',
  outside: (count: string) =>
    `${count} avtal pågår under tiden men rapporterar i perioder som inte ryms i den, och räknas inte med.`,
};

/** Words of everything that shows figures. */
export const summaryTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    picker: 'Choose time and state',
    period: 'Time',
    asOf: 'As of',
    asOfHint: 'Empty is today',
    preview: 'Count submitted reports that are not reviewed',
    show: 'Show',
    official: (window) => `Official figures for ${window}`,
    previewed: (window) => `Preview for ${window}`,
    previewNote:
      'Preview: submitted reports that are not reviewed are counted too. The figures are not official and must not be passed on.',
    today: (date) => `as of today, ${date}`,
    asOfDay: (date) => `as of the end of ${date}`,
    asOfNote: (date) => `The figures are shown exactly as they stood at the end of ${date}.`,
    corrections: (count) => `Since then the figures have changed: ${count}.`,
    oneCorrection: 'once',
    manyCorrections: (count) => `${count} times`,
    whatChanged: 'See what was changed',
    toNow: 'Show the state today',
    synthetic: 'The figures are made up.',
    noAnswer: 'nothing approved yet',
    noTarget: 'no shared target',
    reached: 'target reached',
    outside: (count) =>
      `${count} agreements run during the time but report in periods that do not fit in it, and are not counted.`,
  },
};
