import { z } from 'zod';

/** What every file of a table can be asked. */
export const FileQuerySchema = z.object({
  /** `names` as the API has them, for programs; `words` in a language, for people. */
  headings: z.enum(['names', 'words']).default('names'),
  /** The language of the file, where it is another than that of whoever asks. */
  language: z.enum(['sv', 'en']).optional(),
});

/** `;` with decimal commas, as Swedish Excel reads it, or `,` as RFC 4180 has it. */
export const SeparatorSchema = z.enum([';', ',']);
