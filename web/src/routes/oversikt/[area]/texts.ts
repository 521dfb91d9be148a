import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  overview: 'Översikt',
  figures: 'Mått',
  noFigures: 'Inga avtal i området har mått att följa upp under tiden.',
  sources: (count: string, one: boolean) =>
    one ? 'Bygger på en godkänd rapport.' : `Bygger på ${count} godkända rapporter.`,
  sourcesThen: (window: string, count: string) => `För ${window} räknades ${count}.`,
  notApplicable: (count: string, one: boolean) => (one ? 'En svarar ej aktuellt.' : `${count} svarar ej aktuellt.`),
  notYetKnown: (count: string, one: boolean) =>
    one ? 'En vet inte än och har lovat ett datum.' : `${count} vet inte än och har lovat ett datum.`,
  carried: (amount: string) => `${amount} kommer från en tidigare period än den sista.`,
  leftOut: (count: string, one: boolean) =>
    one ? 'Ett avtal som har löpt ut är inte med.' : `${count} avtal som har löpt ut är inte med.`,
  range: 'Samma person eller företag kan ha räknats av flera aktörer, så summan är ett spann.',
  of: 'av målet',
  target: 'mål',
  actors: 'Vem har rapporterat?',
  compare: 'Jämför',
  focusAreas: 'Insatsområden',
  initiatives: 'Insatser i området',
  noInitiatives: 'Planen namnger inga pågående insatser i området.',
  outlook: 'Trendspaning och framtida inriktning',
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
    sources: (count, one) => (one ? 'Rests on one approved report.' : `Rests on ${count} approved reports.`),
    sourcesThen: (window, count) => `For ${window} ${count} were counted.`,
    notApplicable: (count, one) => (one ? 'One answers not applicable.' : `${count} answer not applicable.`),
    notYetKnown: (count, one) =>
      one ? 'One does not know yet and has promised a date.' : `${count} do not know yet and have promised a date.`,
    carried: (amount) => `${amount} is from an earlier period than the last.`,
    leftOut: (count, one) =>
      one ? 'One agreement that has ended is left out.' : `${count} agreements that have ended are left out.`,
    range: 'The same person or firm may have been counted by several actors, so the sum is a range.',
    of: 'of the target',
    target: 'target',
    actors: 'Who has reported?',
    compare: 'Compare',
    focusAreas: 'Focus areas',
    initiatives: 'Initiatives in the area',
    noInitiatives: 'The plan names no ongoing initiatives in the area.',
    outlook: 'Trends and where we are heading',
    also: 'Also contributes',
    alsoNote: 'Initiatives that count in another area but contribute here too. Their figures are not added here.',
    countsIn: 'counts in',
    potential: (count, one) => (one ? 'One potential initiative' : `${count} potential initiatives`),
    lifecycle: { potential: 'potential', coming: 'coming', ongoing: 'ongoing', ended: 'ended' },
  },
};
