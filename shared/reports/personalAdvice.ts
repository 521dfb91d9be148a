import type { Answers } from './answers.ts';
import { personalDataIn, type PersonalData } from './personalData.ts';

const words = {
  sv: {
    personalNumber: 'Texten ser ut att innehålla ett personnummer. Ta bort det.',
    email: 'Texten ser ut att innehålla en e-postadress. Ta bort den om den pekar ut en person.',
  },
  en: {
    personalNumber: 'The text seems to hold a personal identity number. Remove it.',
    email: 'The text seems to hold an e-mail address. Remove it if it points out a person.',
  },
} as const satisfies Record<string, Record<PersonalData, string>>;

/** Where texts and comments seem to hold personal data, in words: pointed out while one writes, never blocking. */
export function personalAdviceOn(answers: Answers, language: 'sv' | 'en') {
  const texts: [string, string][] = [
    ...Object.entries(answers.texts).map(([id, text]): [string, string] => [`texts.${id}`, text]),
    ...Object.entries(answers.values).map(([id, entry]): [string, string] => [`values.${id}`, entry.comment ?? '']),
  ];
  return texts.flatMap(([path, text]) =>
    personalDataIn(text).map((code) => ({ path, code, message: words[language][code], explained: false })),
  );
}
