import { windowName } from '../calendar/windowName.ts';
import { coverageSentence } from '../summary/coverageWords.ts';
import { safeWords, type Cell } from './cells.ts';
import { coverageOf, type FigureTable, type Naming } from './figureTable.ts';

/** Where figures come from, where they stand away from the pages. */
export const source: Record<Naming, string> = {
  sv: 'Insatskollen, Region Sörmland: rapporter från aktörerna, godkända av regionen',
  en: 'Insatskollen, Region Sörmland: reports of the actors, approved by the region',
};
export const madeUp: Record<Naming, string> = {
  sv: 'Siffrorna är påhittade, för att visa hur tjänsten fungerar.',
  en: 'The figures are made up, to show how the service works.',
};
const notOfficial: Record<Naming, string> = {
  sv: 'Förhandsvisning: även inskickade rapporter som inte är granskade räknas. Siffrorna är inte officiella och får inte spridas.',
  en: 'Preview: submitted reports that are not reviewed are counted too. The figures are not official and must not be passed on.',
};

/** How a kind of indicator adds up, across actors and across periods. */
const addsUp: Record<string, Record<Naming, string>> = {
  flow: {
    sv: 'Summan av alla godkända rapporter i tiden.',
    en: 'The sum of all approved reports in the time.',
  },
  stock: {
    sv: 'Varje avtals senaste godkända läge i tiden, hoplagda. Avtal som tagit slut före tidens sista dag räknas inte.',
    en: 'The latest approved state of each agreement in the time, added up. Agreements that ended before its last day are left out.',
  },
  ratio: {
    sv: 'Alla täljare hoplagda, delat med alla nämnare hoplagda.',
    en: 'All numerators added up, divided by all denominators added up.',
  },
  unique: {
    sv: 'Från det största enskilda svaret (minst) till summan av alla (mest), eftersom samma person eller företag kan finnas hos flera.',
    en: 'From the largest single answer (least) to the sum of all (most), since several may have the same person or firm.',
  },
  text: { sv: 'Hur många rapporter som gav varje svar.', en: 'How many reports gave each answer.' },
};

const text = (words: string): Cell => ({ text: safeWords(words) });

/** Headings and rows of the sheet that says what each indicator is. */
export function definitionSheet(table: FigureTable, language: Naming) {
  const sv = language === 'sv';
  const shown = new Set(table.groups.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  function* rows(): Generator<Cell[]> {
    for (const [id, indicator] of table.indicators) {
      if (!shown.has(id)) continue;
      const definition = indicator.definition.sv;
      const parts = [indicator.numerator?.sv, indicator.denominator?.sv].filter((part) => part !== undefined);
      yield [
        text(indicator.name[language]),
        text(indicator.unit[language]),
        text([definition, ...(parts.length === 2 ? [parts.join(' / ')] : [])].join('\n')),
        text(addsUp[indicator.kind]?.[language] ?? ''),
        text(id),
      ];
    }
  }
  return {
    name: sv ? 'Definitioner' : 'Definitions',
    headings: [
      { text: sv ? 'Mått' : 'Indicator', width: 36 },
      { text: sv ? 'Enhet' : 'Unit', width: 14 },
      { text: sv ? 'Definition' : 'Definition (in Swedish)', width: 80 },
      { text: sv ? 'Så läggs det ihop' : 'How it adds up', width: 60 },
      { text: 'Id', width: 28 },
    ],
    rows: rows(),
  };
}

/** Headings and rows of the sheet that says what was taken out, and when. */
export function aboutSheet(table: FigureTable, language: Naming) {
  const sv = language === 'sv';
  const total = coverageOf(table.groups);
  const lines: [string, string][] = [
    [sv ? 'Tid' : 'Time', windowName(table, language)],
    [sv ? 'Läget vid' : 'As of', table.asOf],
    [
      sv ? 'Gäller' : 'Counts',
      table.include === 'preview'
        ? notOfficial[language]
        : sv
          ? 'Officiella siffror: godkända rapporter'
          : 'Official figures: approved reports',
    ],
    [sv ? 'Täckning' : 'Coverage', coverageSentence(total, language)],
    [sv ? 'Källa' : 'Source', source[language]],
    [
      sv ? 'Små tal' : 'Small counts',
      sv
        ? 'Uppdelningar där någon del är färre än fem personer kan vara dolda.'
        : 'Breakdowns in which a part is fewer than five people may be hidden.',
    ],
    ...(table.synthetic ? ([[sv ? 'Obs' : 'Note', madeUp[language]]] satisfies [string, string][]) : []),
  ];
  return {
    name: sv ? 'Om utdraget' : 'About',
    headings: [
      { text: sv ? 'Uppgift' : 'What', width: 20 },
      { text: sv ? 'Innehåll' : 'Content', width: 100 },
    ],
    rows: lines.map((line) => line.map(text)),
  };
}
