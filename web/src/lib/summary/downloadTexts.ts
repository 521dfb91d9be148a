import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  open: 'Ladda ned',
  figures: 'Siffrorna',
  excel: 'Excel',
  csv: 'CSV',
  jsonStat: 'JSON-stat',
  picture: 'Bild av måttet',
  png: 'PNG',
  svg: 'SVG',
  madeOf: 'Underlaget',
  reports: 'Rapporterna',
  choose: 'Välj rapporter',
  what: (window: string, official: boolean) =>
    `${window}, ${official ? 'officiella siffror' : 'förhandsvisning, inte officiella siffror'}.`,
};

/** Words of what can be taken home from a page of figures. */
export const downloadTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    open: 'Download',
    figures: 'The figures',
    excel: 'Excel',
    csv: 'CSV',
    jsonStat: 'JSON-stat',
    picture: 'Picture of the indicator',
    png: 'PNG',
    svg: 'SVG',
    madeOf: 'What it is made of',
    reports: 'The reports',
    choose: 'Choose reports',
    what: (window, official) => `${window}, ${official ? 'official figures' : 'preview, not official figures'}.`,
  },
};
