import { isDay } from '@insatskollen/shared/calendar/days.ts';
import { date } from '#lib/format/date.ts';
import { number } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';
import { editTexts } from './texts.ts';

/** The name of a field by its path: its own, or that of the thing it is a part of; the path itself where it has none. */
export function fieldName(fields: Readonly<Record<string, string>>, path: string): string {
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    const name = fields[at];
    if (name !== undefined) return name;
  }
  return path;
}

/** A stored value as people read it. `nameOf` knows the names of ids and of fixed choices. */
export function valueText(value: unknown, nameOf: (id: string) => string | undefined, language: Language): string {
  const t = editTexts[language];
  if (value === null || value === undefined || value === '') return t.nothing;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return number(value, language);
  if (typeof value === 'string') return nameOf(value) ?? (isDay(value) ? date(value, language) : value);
  const parts = (Array.isArray(value) ? value : Object.values(value)).filter(
    (part: unknown) => part !== null && part !== undefined && part !== '',
  );
  if (parts.length === 0) return t.nothing;
  return parts
    .map((part: unknown) => valueText(part, nameOf, language))
    .join(Array.isArray(value) && typeof value[0] === 'object' ? '; ' : ', ');
}
