import { isDay } from './calendar/days.ts';
import { plainText } from './typed.ts';

/** What a spreadsheet takes for a formula when a name begins with it. */
const formula = /^[=+@\-\t]/;

/** A name, a title, a unit: one line, not blank, of at most so many characters, that no spreadsheet takes for a formula. */
export const oneLine = (characters: number) =>
  plainText(characters)
    .transform((text) => text.trim())
    .superRefine((text, ctx) => {
      const fault = (code: string, message: string, en: string) =>
        ctx.addIssue({ code: 'custom', params: { code, en }, message });
      if (text === '') fault('blank', 'Fyll i det här.', 'Fill this in.');
      if (text.includes('\n')) fault('oneLine', 'Skriv det här på en rad.', 'Write this on one line.');
      if (formula.test(text))
        fault(
          'formula',
          'Börja inte med =, +, - eller @: kalkylprogram tar det för en formel.',
          'Do not begin with =, +, - or @: spreadsheets take it for a formula.',
        );
    });

/** A text with paragraphs that may not be left out, without its outer blanks. */
export const requiredText = (characters: number) =>
  plainText(characters)
    .transform((text) => text.trim())
    .refine((text) => text !== '', { params: { code: 'blank', en: 'Fill this in.' }, message: 'Fyll i det här.' });

/** A text with paragraphs that may be left out: blank is `null`. */
export const optionalText = (characters: number) =>
  plainText(characters)
    .transform((text) => (text.trim() === '' ? null : text.trim()))
    .nullish()
    .transform((text) => text ?? null);

/** A day that exists, as `2026-03-31`. */
export const aDay = plainText(40).superRefine((text, ctx) => {
  if (!isDay(text))
    ctx.addIssue({
      code: 'custom',
      params: { code: 'notADay', en: 'Enter a date that exists, such as 2026-12-31.' },
      message: 'Skriv ett datum som finns, som 2026-12-31.',
    });
});
