import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'För in värden',
  what: 'Vad värdena gäller',
  series: 'Serie',
  year: 'År',
  gender: 'Kön',
  choose: 'Visa',
  places: (year: string, unit: string) => `Värden för ${year}, ${unit}`,
  hint: 'Lämna tomt där inget är känt. Tomt är inte noll.',
  source: 'Källa',
  sourceHint: 'Utgivare och publikation, som en läsare hittar den.',
  sourceDate: 'Publicerades',
  optional: 'Valfritt.',
  reason: 'Kommentar',
  save: 'Spara värdena',
  cancel: 'Avbryt',
  nothing: 'Inget värde är ändrat. Skriv minst ett.',
  storedNow: (value: string) => `Sparat nu: ${value}`,
};

/** Words of entering values of society by hand. */
export const enterTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Enter values',
    what: 'What the values are of',
    series: 'Series',
    year: 'Year',
    gender: 'Gender',
    choose: 'Show',
    places: (year, unit) => `Values for ${year}, ${unit}`,
    hint: 'Leave empty where nothing is known. Empty is not zero.',
    source: 'Source',
    sourceHint: 'Publisher and publication, as a reader finds it.',
    sourceDate: 'Published',
    optional: 'Optional.',
    reason: 'Comment',
    save: 'Save the values',
    cancel: 'Cancel',
    nothing: 'No value has changed. Write at least one.',
    storedNow: (value) => `Saved now: ${value}`,
  },
};
