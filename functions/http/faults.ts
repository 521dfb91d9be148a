import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';

const locales = { sv: z.locales.sv().localeError, en: z.locales.en().localeError };

/** Words for a field that nobody knows of. */
export const unknownField = {
  sv: 'Det finns inget sådant fält. Ta bort det.',
  en: 'There is no such field. Remove it.',
};

/** A fault in a report's answers is named by its path into the report, which does not begin with `answers`. */
export const pathOf = (...steps: PropertyKey[]): string =>
  steps
    .map(String)
    .join('.')
    .replace(/^answers\.(?=values\.|texts\.)/, '');

/**
 * Parses, or refuses with 422 and every fault at once, worded in the caller's language: what a schema of ours finds says so in
 * Swedish, with the English in `params.en`. Texts never repeat what was sent.
 */
export function parseOrRefuse<S extends z.ZodType>(schema: S, value: unknown, language: 'sv' | 'en'): z.output<S> {
  const parsed = parse(schema, value, language);
  if ('errors' in parsed) throw new Refused('invalid', { errors: parsed.errors });
  return parsed.data;
}

/** As `parseOrRefuse`, with every fault as an answer. */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  language: 'sv' | 'en',
): { data: z.output<S> } | { errors: Fault[] } {
  const parsed = schema.safeParse(value, { error: locales[language] });
  if (parsed.success) return { data: parsed.data };
  const errors: Fault[] = parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf(...issue.path, key),
        code: 'unknownField',
        message: unknownField[language],
      }));
    }
    const code =
      issue.code === 'custom' && typeof issue.params?.['code'] === 'string' ? issue.params['code'] : issue.code;
    const inEnglish: unknown = issue.code === 'custom' ? issue.params?.['en'] : undefined;
    const message = language === 'en' && typeof inEnglish === 'string' ? inEnglish : issue.message;
    return [{ path: pathOf(...issue.path), code, message }];
  });
  return { errors };
}
