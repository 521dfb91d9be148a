import { z } from 'zod';
import { parseDecimal } from './decimal.ts';

const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' });
/** Length as people count it: an emoji with a skin tone, or å written as two code points, is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const segment of segmenter.segment(text)) count += segment.segment.length > 0 ? 1 : 0;
  return count;
}
const bytes = (text: string) => new TextEncoder().encode(text).length;

// Control characters other than tab, line feed and carriage return: they cannot be seen, printed or archived.
const unprintable = /[^\P{Cc}\t\n\r]/u;

/** Plain text of at most so many characters as people count them; line ends become `\n`. */
export const plainText = (characters: number, maxBytes = characters * 4) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
    .superRefine((text, ctx) => {
      const fault = (code: string, message: string, en: string) =>
        ctx.addIssue({ code: 'custom', params: { code, en }, message });
      if (unprintable.test(text) || !text.isWellFormed())
        fault(
          'unprintable',
          'Texten innehåller tecken som inte går att skriva ut.',
          'The text holds characters that cannot be printed.',
        );
      if (
        text.length > characters * 16 ||
        bytes(text) > maxBytes ||
        (text.length > characters && countCharacters(text) > characters)
      )
        fault('tooLong', `Högst ${characters} tecken.`, `At most ${characters} characters.`);
    });

/** A number as typed, read into canonical form; refused when it cannot be read for certain. */
export const typedDecimal = z.string().transform((typed, ctx) => {
  const value = parseDecimal(typed);
  if (value !== undefined) return value;
  ctx.addIssue({
    code: 'custom',
    params: { code: 'notANumber', en: 'The number cannot be read. Write for example 1234 or 1234.5.' },
    message: 'Talet går inte att läsa. Skriv till exempel 1234 eller 1 234,5.',
  });
  return z.NEVER;
});
