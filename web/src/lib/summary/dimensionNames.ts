import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';

/** What figures are broken down by, with each part's name, as breakdowns are shown. */
export const dimensionNames = ({ dimensions }: Library, language: Language) =>
  dimensions.map(({ id, name, parts }) => ({
    id,
    name: name[language],
    parts: parts.map((part) => ({ id: part.id, name: part.name[language] })),
  }));
