import { compare, type Decimal } from '@insatskollen/shared/decimal.ts';
import type { Geography, Series } from '@insatskollen/shared/societal/indicator.ts';
import { breaksOf, isBroken, latestOf, type Latest, type Point } from '@insatskollen/shared/societal/lines.ts';
import type { SocietalValue } from '@insatskollen/shared/societal/value.ts';
import type { Bilingual } from '#lib/i18n/language.ts';
import { COUNTY, type Societal } from './read.server.ts';

const MOST_SERIES = 2;

/** One series as the list tells it: the county's latest value, or the lowest and highest of its municipalities. */
export interface SeriesRow {
  id: string;
  name: Bilingual<string>;
  unit: Bilingual<string>;
  source: string;
  synthetic: boolean;
  latest: Latest | undefined;
  /** Year by year, a break between two of them as a gap of its own. */
  trend: Point[];
  among: { period: string; low: Decimal; high: Decimal } | undefined;
}

/** What an indicator shows in the list, and how many more series it has values of. */
export function rowsOf(societal: Societal, geographies: readonly Geography[]): { rows: SeriesRow[]; more: number } {
  const municipalities = new Set(geographies.filter(({ level }) => level === 'municipality').map(({ id }) => id));
  const parts = new Set(
    societal.series.flatMap(({ source }) => (source.type === 'quotient' ? [source.numerator, source.denominator] : [])),
  );
  const rows = societal.series
    .filter(({ id }) => !parts.has(id))
    .flatMap((series) => rowOf(societal, series, municipalities));
  return { rows: rows.slice(0, MOST_SERIES), more: Math.max(0, rows.length - MOST_SERIES) };
}

function rowOf(societal: Societal, series: Series, municipalities: ReadonlySet<string>): SeriesRow[] {
  const values = societal.values.filter((value) => value.series === series.id && value.value !== null);
  const county = values.filter(({ geography }) => geography === COUNTY);
  const among = amongOf(values.filter(({ geography }) => municipalities.has(geography)));
  const breaks = breaksOf(series.id, societal.seriesBreaks);
  const latest = latestOf(county, breaks);
  const shown =
    county.find(({ period }) => period === latest?.period) ?? values.findLast(({ period }) => period === among?.period);
  if (!shown) return [];
  return [
    {
      ...{ id: series.id, name: series.name, unit: series.unit ?? societal.unit, latest },
      ...{ source: shown.source, synthetic: shown.synthetic },
      trend: withGaps(county, breaks),
      among: latest ? undefined : among,
    },
  ];
}

/** The lowest and the highest of the latest year that any of them has. */
function amongOf(values: readonly SocietalValue[]): SeriesRow['among'] {
  const period = values
    .map((value) => value.period)
    .toSorted()
    .at(-1);
  const known = values
    .flatMap((one) => (one.period === period && one.value !== null ? [one.value] : []))
    .toSorted(compare);
  const [low, high] = [known[0], known.at(-1)];
  return period === undefined || low === undefined || high === undefined ? undefined : { period, low, high };
}

/** Every year from the first to the last: one without a value, and a break, are gaps. */
function withGaps(points: readonly Point[], breaks: readonly string[]): Point[] {
  const known = new Map(points.map(({ period, value }) => [period, value]));
  const years = [...known.keys()].map(Number);
  const all: Point[] = [];
  for (let year = Math.min(...years); year <= Math.max(...years); year++) {
    const [period, before] = [String(year), String(year - 1)];
    if (all.length > 0 && isBroken(before, period, breaks)) all.push({ period: `${before}–${period}`, value: null });
    all.push({ period, value: known.get(period) ?? null });
  }
  return all;
}
