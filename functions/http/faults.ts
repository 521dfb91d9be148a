import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';

const locales = { sv: z.locales.sv().localeError, en: z.locales.en().localeError };

/** Parses, or refuses with 422 and every fault at once, worded in the caller's language. Never repeats what was sent. */
export function parseOrRefuse<S extends z.ZodType>(schema: S, value: unknown, language: 'sv' | 'en'): z.output<S> {
  const parsed = schema.safeParse(value, { error: locales[language] });
  if (parsed.success) return parsed.data;
  const errors: Fault[] = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        code: 'unknownField',
        message: issue.message,
      }));
    }
    const code =
      issue.code === 'custom' && typeof issue.params?.['code'] === 'string' ? issue.params['code'] : issue.code;
    return [{ path: path.join('.'), code, message: issue.message }];
  });
  throw new Refused('invalid', { errors });
}
