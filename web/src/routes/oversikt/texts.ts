import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Översikt',
  columns: { result: 'Utfall', target: 'Mål', trend: 'Utveckling' },
  nothing: 'Inga avtal att följa upp under tiden',
  noFigures: 'Avtalen har inga mått att lägga ihop',
  more: (shown: string, all: string) => `${shown} av ${all} mått`,
  actors: 'Vem har rapporterat?',
  compare: 'Jämför',
  money: 'Pengarna',
  assessments: 'Samlad bedömning',
  society: 'Samhällets utveckling',
  societyNote: 'Mätt på samhället, inte insatsernas resultat.',
  analyses: 'Analyser',
  analysesNote: 'Vad andra har skrivit om omvärlden.',
  pack: 'Gör ett underlag',
  legend: 'Så läser du bilden',
  legendDots: 'En prick för varje väntad rapport:',
  shapes: { approved: 'godkänd', submitted: 'inskickad', late: 'sen', expected: 'väntad' },
  legendBar:
    'Stapeln är utfallet, det kraftiga strecket är målet. Det svagare strecket visar var man borde vara i dag om allt går i jämn takt. Den randiga delen av målet hör ungefär till rapporter som inte är godkända.',
  legendDot: 'För andelar visar en punkt utfallet. För unika personer och företag visar ett band från minst till mest.',
  legendMore: 'Om siffrorna',
};

/** Words of the overview. */
export const overview: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Overview',
    columns: { result: 'Result', target: 'Target', trend: 'Trend' },
    nothing: 'No agreements to follow up during the time',
    noFigures: 'The agreements have no indicators to add up',
    more: (shown, all) => `${shown} of ${all} indicators`,
    actors: 'Who has reported?',
    compare: 'Compare',
    money: 'The money',
    assessments: 'Assessments together',
    society: 'How society develops',
    societyNote: 'Measured on society, not the results of initiatives.',
    analyses: 'Analyses',
    analysesNote: 'What others have written about the world around us.',
    pack: 'Make a pack',
    legend: 'How to read the picture',
    legendDots: 'A dot for each report that is expected:',
    shapes: { approved: 'approved', submitted: 'submitted', late: 'late', expected: 'expected' },
    legendBar:
      'The bar is the result, the heavy tick is the target. The lighter tick shows where one should be today at an even pace. The striped part of the target belongs, roughly, to reports that are not approved.',
    legendDot: 'For ratios a point shows the result. For unique people and firms a band shows from least to most.',
    legendMore: 'About the figures',
  },
};
