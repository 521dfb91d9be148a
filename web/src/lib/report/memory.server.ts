import { isOutsideWindows } from '@insatskollen/shared/calendar/periods.ts';
import { numberOf, pastNumbers, type EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import { listed } from '#lib/format/number.ts';
import { capital, periodName } from '#lib/format/period.ts';
import type { Language } from '#lib/i18n/language.ts';
import { drawTrend, trimTrend, type Drawing } from '@insatskollen/shared/charts/trendLine.ts';
import { bareText, valueText } from '@insatskollen/shared/reports/answerWords.ts';
import type { AskedIndicator } from './asked.ts';
import { comparedWith } from './compared.ts';

/** What stands beside a number while it is written, in words: the browser only shows it. */
export interface Memory {
  rows: { name: string; text: string }[];
  /** The same in one line, for where there is little room. */
  summary: string;
  /** The line of earlier periods, `TREND` large; `null` where there are too few. */
  trend: Drawing | null;
  trendText: string;
}

const words = {
  sv: {
    target: 'Mål för perioden',
    yearTarget: 'Mål för året',
    previous: 'Förra perioden',
    sameLastYear: 'Samma period i fjol',
    trend: 'tidigare perioder',
  },
  en: {
    target: 'Target for the period',
    yearTarget: 'Target for the year',
    previous: 'Previous period',
    sameLastYear: 'Same period last year',
    trend: 'earlier periods',
  },
} as const;

const TREND = { width: 120, height: 28 };

/** Target, earlier numbers and trend of one number; `null` where there is nothing to compare with. */
export function memoryOf(
  of: AskedIndicator,
  period: string,
  previous: readonly EarlierReport[],
  language: Language,
): Memory | null {
  const t = words[language];
  const { indicator } = of;
  const past = pastNumbers(indicator, period, previous);
  const rows = [
    { name: t.target, value: of.target },
    { name: t.yearTarget, value: of.target === null ? of.yearTarget : null },
    { name: t.previous, value: past.previous },
    { name: t.sameLastYear, value: past.sameLastYear },
  ].flatMap(({ name, value }) => (value == null ? [] : [{ name, text: bareText(value, indicator, language) }]));
  if (rows.length === 0) return null;
  const points = trimTrend(
    previous
      .filter((report) => !isOutsideWindows(report.period))
      .map((report) => ({
        period: report.period,
        value: numberOf(report.values[indicator.id], indicator) ?? null,
      })),
  );
  const ends = [points[0], points.at(-1)].flatMap((point) =>
    point?.value ? [`${valueText(point.value, indicator, language)} (${periodName(point.period, language)})`] : [],
  );
  return {
    rows,
    summary:
      capital(comparedWith(of, period, previous, language).join(' · ')) ||
      rows.map((row) => `${row.name} ${row.text}`).join(' · '),
    trend: points.length > 1 ? drawTrend(points, TREND) : null,
    trendText: `${indicator.name[language]}, ${t.trend}: ${listed(ends, language)}`,
  };
}
