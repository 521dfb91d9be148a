import { parsePeriod } from '@insatskollen/shared/calendar/periods.ts';
import { compare, isZero, zero, type Decimal } from '@insatskollen/shared/decimal.ts';
import { movedSince } from '@insatskollen/shared/summary/yearBefore.ts';
import { number, percent } from '#lib/format/number.ts';
import { periodName } from '#lib/format/period.ts';
import type { Language } from '#lib/i18n/language.ts';
import { amount, heightOf, rangeText } from '@insatskollen/shared/summary/figureWords.ts';
import type { Figure } from './read.server.ts';

/** A window in words: `kvartal 3 2025`, `kvartal 1–3 2025`, `hela 2025`, `kvartal 3 2024–kvartal 2 2025`. */
export function windowName({ from, to }: { from: string; to: string }, language: Language): string {
  if (from === to) return periodName(from, language);
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  const isOneYear = first?.kind === 'quarter' && last?.kind === 'quarter' && from.slice(0, 4) === to.slice(0, 4);
  if (!isOneYear) return `${periodName(from, language)}–${periodName(to, language)}`;
  const quarters = `${from.slice(-1)}–${to.slice(-1)}`;
  return language === 'sv' ? `kvartal ${quarters} ${from.slice(0, 4)}` : `Q${quarters} ${from.slice(0, 4)}`;
}

/** With its sign, as a change is: `+12`, `−3`, `±0`. */
export const signed = (value: Decimal, text: string): string => {
  const side = compare(value, zero);
  return side > 0 ? `+${text}` : side < 0 ? text : `±${text}`;
};

/**
 * What a figure has moved since the year before, in words: `+12 (+9 %) mot kvartal 1–3 2025`. Of a range, whose ends may move apart, only
 * what it was. `null` where there is nothing to compare with.
 */
export function changeText(figure: Figure, language: Language): string | null {
  const { yearBefore } = figure;
  const now = heightOf(figure);
  const before = yearBefore && heightOf({ kind: figure.kind, ...yearBefore });
  if (!now || !before) return null;
  const sv = language === 'sv';
  const then = windowName(yearBefore, language);
  if (figure.kind === 'unique')
    return `${rangeText(before.from ?? before.value, before.value, figure, language)} ${sv ? 'i' : 'in'} ${then}`;
  return `${differenceText(figure, { ...figure, ...yearBefore }, language) ?? ''} ${sv ? 'mot' : 'against'} ${then}`;
}

/** How much one figure is more than another of the same indicator: `+12 (+9 %)`, `−1,8 procentenheter`; `null` where either has none, and of ranges. */
export function differenceText(figure: Figure, other: Figure, language: Language): string | null {
  const [now, before] = [heightOf(figure), heightOf(other)];
  if (!now || !before || figure.kind === 'unique') return null;
  const { difference, percent: share } = movedSince(before.value, now.value);
  if (isZero(difference)) return language === 'sv' ? 'oförändrat' : 'unchanged';
  if (figure.kind === 'ratio')
    return `${signed(difference, number(difference, language))} ${language === 'sv' ? 'procentenheter' : 'percentage points'}`;
  const inPercent = share === null ? '' : ` (${signed(share, percent(share, language))})`;
  return signed(difference, amount(difference, figure, language)) + inPercent;
}
