import { addDays, type Day } from './days.ts';
import { parsePeriod } from './periods.ts';

type Language = 'sv' | 'en';

const HARD_SPACE = '\u00a0';
const months: Record<Language, readonly string[]> = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** A day in words: `20 oktober 2026`, `20 October 2026`; no break between day and month. */
export function dayInWords(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return Number(date) + HARD_SPACE + (months[language][Number(month) - 1] ?? '') + ' ' + year;
}

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

/** Whole days from one day to another; negative when it lies before. */
export const daysFrom = (from: Day, to: Day): number =>
  Math.round((Date.parse(addDays(to, 0)) - Date.parse(addDays(from, 0))) / 86_400_000);
