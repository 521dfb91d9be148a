import { periodName } from '@insatskollen/shared/calendar/inWords.ts';
import { parsePeriod } from '@insatskollen/shared/calendar/periods.ts';
import type { Language } from '#lib/i18n/language.ts';

export { periodName };

/** A period where there is little room: `kv 3 2026`, `H1 2026`, `2026`. */
export function periodShort(id: string, language: Language): string {
  const year = id.slice(0, 4);
  switch (parsePeriod(id)?.kind) {
    case 'quarter':
      return language === 'sv' ? `kv ${id.slice(-1)} ${year}` : `Q${id.slice(-1)} ${year}`;
    case 'half':
      return language === 'sv' ? `halvår ${id.slice(-1)} ${year}` : `H${id.slice(-1)} ${year}`;
    case 'year':
      return year;
    case 'schoolYear':
      return id.replace('-', '/');
    case undefined:
      return periodName(id, language);
  }
}

/** With a capital first, to stand first. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
