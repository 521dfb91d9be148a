import type { IndicatorKind } from '@insatskollen/shared/indicators/indicator.ts';
import type { Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

type Lifecycle = Initiative['lifecycle'];

const lifecycles: Record<Lifecycle, string> = {
  potential: 'Potentiell',
  coming: 'Kommande',
  ongoing: 'Pågående',
  ended: 'Avslutad',
};
const manyLifecycles: Record<Lifecycle, string> = {
  potential: 'Potentiella',
  coming: 'Kommande',
  ongoing: 'Pågående',
  ended: 'Avslutade',
};
const kinds: Record<IndicatorKind, string> = {
  flow: 'flöde',
  stock: 'bestånd',
  ratio: 'andel',
  unique: 'unika',
  text: 'bedömning',
};

const sv = {
  title: 'Register',
  lead: 'Strategin och allt som följs upp: insatser, aktörer, mått och avtal.',
  strategy: 'Strategin',
  initiatives: 'Insatser',
  actors: 'Aktörer',
  indicators: 'Mått',
  questions: 'Frågor',
  outlook: 'trendspaning',
  agreements: 'Avtal',
  files: 'Hämta och läs in filer',
  society: 'Samhällets utveckling',
  analyses: 'Analyser',
  about: {
    initiatives: (n: string) => `${n} insatser ur handlingsplanen, från potentiella till avslutade.`,
    actors: (n: string) => `${n} organisationer som ansvarar för något.`,
    indicators: (n: string) => `${n} mått med definition, så att tal från olika aktörer går att lägga ihop.`,
    questions: (n: string) => `${n} frågor som aktörerna svarar på i ord, och uppsättningar av dem.`,
    agreements: (n: string) => `${n} avtal om vad som ska göras, mätas och rapporteras.`,
  },
  figures: 'se siffrorna',
  inArea: (n: string, one: boolean) => (one ? 'en insats' : `${n} insatser`),
  lifecycles,
  manyLifecycles,
  kinds,
  all: 'Alla',
  show: 'Visa',
  none: 'Inget i registret stämmer med valet.',
  toConfirm: 'namnet ska bekräftas',
};

export type RegisterTexts = typeof sv;

/** Words that the registers share. */
export const registerTexts: Bilingual<RegisterTexts> = {
  sv,
  en: {
    title: 'Register',
    lead: 'The strategy and all that is followed up: initiatives, actors, indicators and agreements.',
    strategy: 'The strategy',
    initiatives: 'Initiatives',
    actors: 'Actors',
    indicators: 'Indicators',
    questions: 'Questions',
    outlook: 'trends',
    agreements: 'Agreements',
    files: 'Fetch files and read them in',
    society: 'How society develops',
    analyses: 'Analyses',
    about: {
      initiatives: (n) => `${n} initiatives of the action plan, from potential to ended.`,
      actors: (n) => `${n} organisations that are responsible for something.`,
      indicators: (n) => `${n} indicators with definitions, so that numbers from different actors can be added up.`,
      questions: (n) => `${n} questions that actors answer in words, and sets of them.`,
      agreements: (n) => `${n} agreements on what to do, measure and report.`,
    },
    figures: 'see the figures',
    inArea: (n, one) => (one ? 'one initiative' : `${n} initiatives`),
    lifecycles: { potential: 'Potential', coming: 'Coming', ongoing: 'Ongoing', ended: 'Ended' },
    manyLifecycles: { potential: 'Potential', coming: 'Coming', ongoing: 'Ongoing', ended: 'Ended' },
    kinds: { flow: 'flow', stock: 'stock', ratio: 'ratio', unique: 'unique', text: 'rating' },
    all: 'All',
    show: 'Show',
    none: 'Nothing in the register matches the choice.',
    toConfirm: 'the name is to be confirmed',
  },
};
