import { parsePeriod } from '@insatskollen/shared/calendar/periods.ts';
import type { Language } from '#lib/i18n/language.ts';

/** A period in words, to stand inside a sentence: `kvartal 3 2026`, `första halvåret 2026`, `läsåret 2025/26`, `slutrapport`. */
export function periodName(id: string, language: Language): string {
  const known = parsePeriod(id);
  const sv = language === 'sv';
  const year = id.slice(0, 4);
  const part = id.slice(-1);
  switch (known?.kind) {
    case 'quarter':
      return sv ? `kvartal ${part} ${year}` : `Q${part} ${year}`;
    case 'half':
      return sv
        ? `${part === '1' ? 'första' : 'andra'} halvåret ${year}`
        : `${part === '1' ? 'first' : 'second'} half of ${year}`;
    case 'year':
      return sv ? `hela ${year}` : `all of ${year}`;
    case 'schoolYear':
      return sv ? `läsåret ${id.replace('-', '/')}` : `school year ${id.replace('-', '/')}`;
    case undefined:
      if (id === 'final') return sv ? 'slutrapport' : 'final report';
      return sv ? `uppföljning ${id.slice(-4)} efter avslut` : `follow-up ${id.slice(-4)} after the end`;
  }
}

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
