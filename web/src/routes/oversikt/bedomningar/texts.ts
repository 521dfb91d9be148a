import { counted } from '#lib/format/number.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Samlad bedömning',
  overview: 'Översikt',
  lead: 'Regionens publicerade bedömningar, från insatsområde till strategiskt område och RUS.',
  none: 'inte bedömt för tiden',
  since: (window: string, direction: string) => `Förra, ${window}: ${direction.toLocaleLowerCase('sv')}.`,
  rus: 'Mot RUS',
  rusNote:
    'Siffrorna är summan av avtal som bidrar till prioriteringen. Ett avtal kan bidra till flera, så prioriteringarna kan inte läggas ihop.',
  areas: (n: number) => `Avtal i ${counted(n, 'insatsområde', 'insatsområden', 'sv')} bidrar.`,
  moves: (n: number, direction: string) =>
    `${counted(n, 'område', 'områden', 'sv')}: ${direction.toLocaleLowerCase('sv')}`,
  noFigures: 'Inga avtal som bidrar till prioriteringen har något att följa upp under tiden.',
};

/** Words of the page where all assessments stand together. */
export const togetherTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Assessments together',
    overview: 'Overview',
    lead: 'The region’s published assessments, from focus area to strategic area and RUS.',
    none: 'not assessed for the time',
    since: (window, direction) => `Before, ${window}: ${direction.toLowerCase()}.`,
    rus: 'Towards RUS',
    rusNote:
      'The figures are the sum of agreements that contribute to the priority. An agreement can contribute to several, so priorities cannot be added up.',
    areas: (n) => `Agreements in ${counted(n, 'focus area', 'focus areas', 'en')} contribute.`,
    moves: (n, direction) => `${counted(n, 'area', 'areas', 'en')}: ${direction.toLowerCase()}`,
    noFigures: 'No agreements that contribute to the priority have anything to follow up during the time.',
  },
};
