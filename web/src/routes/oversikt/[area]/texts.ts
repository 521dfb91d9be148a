import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  overview: 'Översikt',
  figures: 'Mått',
  noFigures: 'Inga avtal i området har mått att följa upp under tiden.',
  actors: 'Vem har rapporterat?',
  compare: 'Jämför',
  focusAreas: 'Insatsområden',
  initiatives: 'Insatser i området',
  noInitiatives: 'Planen namnger inga pågående insatser i området.',
  outlook: 'Trendspaning och framtida inriktning',
  publishing: 'Vad som visas för alla',
  analyses: 'Analyser om området',
  noAnalyses: 'Inga analyser om området är inlagda.',
  allAnalyses: 'Alla analyser om området',
  addAnalysis: 'Lägg in en analys',
  also: 'Bidrar även',
  alsoNote: 'Insatser som räknas i ett annat område men också bidrar hit. Deras siffror läggs inte till här.',
  countsIn: 'räknas i',
  potential: (count: string, one: boolean) => (one ? 'En potentiell insats' : `${count} potentiella insatser`),
  lifecycle: { potential: 'potentiell', coming: 'kommande', ongoing: 'pågående', ended: 'avslutad' },
};

/** Words of an area's page. */
export const areaTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    overview: 'Overview',
    figures: 'Indicators',
    noFigures: 'No agreements in the area have indicators to follow up during the time.',
    actors: 'Who has reported?',
    compare: 'Compare',
    focusAreas: 'Focus areas',
    initiatives: 'Initiatives in the area',
    noInitiatives: 'The plan names no ongoing initiatives in the area.',
    outlook: 'Trends and where we are heading',
    publishing: 'What anyone is shown',
    analyses: 'Analyses of the area',
    noAnalyses: 'There are no analyses of the area.',
    allAnalyses: 'All analyses of the area',
    addAnalysis: 'Add an analysis',
    also: 'Also contributes',
    alsoNote: 'Initiatives that count in another area but contribute here too. Their figures are not added here.',
    countsIn: 'counts in',
    potential: (count, one) => (one ? 'One potential initiative' : `${count} potential initiatives`),
    lifecycle: { potential: 'potential', coming: 'coming', ongoing: 'ongoing', ended: 'ended' },
  },
};
