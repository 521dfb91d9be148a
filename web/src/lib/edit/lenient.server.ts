import { z } from 'zod';

/** What a form shows of a thing that may be incomplete or wrong: what is not there, or of another sort, is blank. */
export const aText = z.string().catch('');
export const aBox = z.boolean().catch(false);
export const someTexts = z.array(z.string()).catch([]);
/** A number as it is typed. */
export const aNumber = z
  .union([z.string(), z.number()])
  .transform((value) => String(value))
  .catch('');
/** A text in both languages. */
export const bothLanguages = z.object({ sv: aText, en: aText }).catch({ sv: '', en: '' });
