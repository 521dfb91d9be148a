import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  legend: (series: string) => `Mäter ”${series}” fortfarande samma sak?`,
  choices: [
    { value: '', text: 'Jag avgör det senare' },
    { value: 'same', text: 'Ja, måttet är detsamma' },
    { value: 'break', text: 'Nej, måttet är ett annat' },
  ],
  from: 'Om måttet är ett annat: från vilket år',
  fromHint: 'Det första året som mäts på det nya sättet. Linjen bryts där.',
  text: 'Vad som har ändrats',
  textHint: 'En mening, för den som läser talen.',
  english: 'Samma på engelska',
  englishHint: 'Tomt: den svenska meningen visas också på engelska.',
};

/** Words of judging whether a series has broken. */
export const verdictTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    legend: (series) => `Does “${series}” still measure the same thing?`,
    choices: [
      { value: '', text: 'I decide that later' },
      { value: 'same', text: 'Yes, the measure is the same' },
      { value: 'break', text: 'No, the measure is another one' },
    ],
    from: 'If the measure is another one: from which year',
    fromHint: 'The first year that is measured in the new way. The line is broken there.',
    text: 'What has changed, in Swedish',
    textHint: 'One sentence, for those who read the numbers.',
    english: 'The same in English',
    englishHint: 'Empty: the Swedish sentence is shown in English too.',
  },
};
