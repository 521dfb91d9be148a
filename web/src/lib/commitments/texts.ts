import type { Commitment } from '@insatskollen/shared/commitments/commitment.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const per: Record<Commitment['per'], string> = {
  quarter: 'per kvartal',
  halfYear: 'per halvår',
  year: 'per år',
  threeYears: 'vart tredje år',
  total: 'totalt',
};

const sv = {
  per,
  atLeast: 'minst',
  atMost: 'högst',
  reached: (when: string, amount: string) => `${when}: ${amount}.`,
  kept: {
    kept: 'Löftet är uppfyllt.',
    notKept: 'Löftet är inte uppfyllt.',
    above: 'Mer än vad som är lovat.',
    underWay: 'Tiden är inte slut.',
    unknown: 'Det går inte att säga säkert: samma kan ha räknats flera gånger.',
  },
  restsOn: (answered: string, all: string) => `Enligt de rapporter som är godkända, ${answered} av ${all}.`,
  nothingReported: (when: string) => `Inget är godkänt än för ${when}.`,
  form: {
    row: (n: number) => `Löfte ${n}`,
    text: 'Vad',
    min: 'Minst',
    max: 'Högst',
    unit: 'Enhet',
    per: 'Hur ofta',
    indicatorId: 'Följs av måttet',
    dimension: 'Räkna i stället hur många delar av',
    note: 'Att bekräfta',
    noIndicator: 'Inget mått',
    noDimension: 'Nej, summera',
  },
};

/** Words of what is promised in numbers. */
export const commitmentTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    per: {
      quarter: 'a quarter',
      halfYear: 'a half-year',
      year: 'a year',
      threeYears: 'every third year',
      total: 'in total',
    },
    atLeast: 'at least',
    atMost: 'at most',
    reached: (when, amount) => `${when}: ${amount}.`,
    kept: {
      kept: 'The promise is kept.',
      notKept: 'The promise is not kept.',
      above: 'More than what is promised.',
      underWay: 'The time is not over.',
      unknown: 'It cannot be said for certain: the same may have been counted several times.',
    },
    restsOn: (answered, all) => `By the reports that are approved, ${answered} of ${all}.`,
    nothingReported: (when) => `Nothing is approved yet for ${when}.`,
    form: {
      row: (n) => `Promise ${n}`,
      text: 'What',
      min: 'At least',
      max: 'At most',
      unit: 'Unit',
      per: 'How often',
      indicatorId: 'Followed by the indicator',
      dimension: 'Count instead how many parts of',
      note: 'To be confirmed',
      noIndicator: 'No indicator',
      noDimension: 'No, add up',
    },
  },
};
