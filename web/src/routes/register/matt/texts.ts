import type { IndicatorKind } from '@insatskollen/shared/indicators/indicator.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const adds: Record<IndicatorKind, string> = {
  flow: 'Flöde: summeras över aktörer och perioder.',
  stock: 'Bestånd: läget på periodens sista dag. Av varje avtalskedja räknas det senaste godkända värdet.',
  ratio: 'Andel: summan av täljarna delad med summan av nämnarna.',
  unique: 'Unika: kan ha räknats av flera, så summan visas som ett spann.',
  text: 'Bedömning: svaren räknas var för sig.',
};

const sv = {
  columns: { name: 'Mått', unit: 'Enhet', kind: 'Slag' },
  rule: 'Varje värde gäller bara sin period, aldrig ackumulerat sedan årets början.',
  definition: 'Definition',
  adds: 'Så läggs det ihop',
  addsHow: adds,
  unit: 'Enhet',
  decimals: 'Decimaler',
  noDecimals: 'hela tal',
  direction: 'Önskad riktning',
  directions: { up: 'högre är bättre', down: 'lägre är bättre', none: 'ingen' },
  dimensions: 'Kan delas upp på',
  numerator: 'Täljare',
  denominator: 'Nämnare',
  options: 'Svar att välja bland',
  code: 'Kod i EU:s förordning',
  source: 'Källa',
  users: 'Vem som använder måttet',
  noUsers: 'Inget avtal och inget löfte använder måttet än.',
  agreements: 'Avtal som följer måttet',
  promises: 'Insatser vars löften följs med måttet',
  atLeast: (n: string) => `minst ${n}`,
  atMost: (n: string) => `högst ${n}`,
  retired: 'ur bruk',
  name: 'Engelskt namn',
};

/** Words of the register of indicators. */
export const indicatorTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    columns: { name: 'Indicator', unit: 'Unit', kind: 'Kind' },
    rule: 'Each value is for its period alone, never accumulated since the beginning of the year.',
    definition: 'Definition',
    adds: 'How it adds up',
    addsHow: {
      flow: 'Flow: summed over actors and periods.',
      stock:
        'Stock: the state on the last day of the period. Of each chain of agreements the latest approved value counts.',
      ratio: 'Ratio: the sum of the numerators divided by the sum of the denominators.',
      unique: 'Unique: several may have counted the same, so the sum is shown as a range.',
      text: 'Rating: the answers are counted one by one.',
    },
    unit: 'Unit',
    decimals: 'Decimals',
    noDecimals: 'whole numbers',
    direction: 'Wanted direction',
    directions: { up: 'higher is better', down: 'lower is better', none: 'none' },
    dimensions: 'Can be broken down by',
    numerator: 'Numerator',
    denominator: 'Denominator',
    options: 'Answers to choose from',
    code: 'Code in the EU regulation',
    source: 'Source',
    users: 'Who uses the indicator',
    noUsers: 'No agreement and no promise uses the indicator yet.',
    agreements: 'Agreements that follow the indicator',
    promises: 'Initiatives whose promises are followed with the indicator',
    atLeast: (n) => `at least ${n}`,
    atMost: (n) => `at most ${n}`,
    retired: 'retired',
    name: 'Swedish name',
  },
};
