import { periodName } from './inWords.ts';
import { parsePeriod } from './periods.ts';

/** The time from one period to another in words: `första halvåret 2026`, `2025–2026`, `hela 2025 till och med kvartal 2 2026`. */
export function windowName({ from, to }: { from: string; to: string }, language: 'sv' | 'en'): string {
  if (from === to) return periodName(from, language);
  const areYears = [from, to].every((id) => parsePeriod(id)?.kind === 'year');
  if (areYears) return `${from}–${to}`;
  return `${periodName(from, language)} ${language === 'sv' ? 'till och med' : 'to'} ${periodName(to, language)}`;
}
