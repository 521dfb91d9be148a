import { listed, number } from '../format/number.ts';
import { together, type Coverage } from '../summary/coverage.ts';
import type { ChartBlock, TableBlock } from './content.ts';
import type { StrategyData } from './data.ts';
import { inSwedish, packWords, saying } from './words.ts';

/** The strategic areas, each with its own focus areas' reports taken together. */
const strategicCoverage = ({ strategy, areas }: StrategyData): { name: string; coverage: Coverage }[] =>
  strategy.strategicAreas.map(({ name, focusAreas }) => ({
    name,
    coverage: together(
      areas.filter(({ id }) => focusAreas.some((focus) => focus.id === id)).map((one) => one.coverage),
    ),
  }));

/** Reports by state: each is in one of them. */
const parts = ({ expected, approved, submitted, late }: Coverage) => ({
  approved,
  submitted,
  late,
  later: Math.max(0, expected - approved - submitted - late),
});

/** How much is reported of each strategic area, a row each. */
export function coverageTable(data: StrategyData): TableBlock {
  const { language } = data;
  const t = packWords[language];
  const say = saying(language);
  return {
    kind: 'table',
    caption: say(t.wholeCoverage),
    head: [t.area, t.coverageColumns.approved, t.coverageColumns.due, t.coverageColumns.expected].map(say),
    rows: strategicCoverage(data).map(({ name, coverage: { approved, due, expected } }) => [
      inSwedish(name),
      ...[approved, due, expected].map((count) => say(number(count, language))),
    ]),
    numeric: [1, 2, 3],
  };
}

/** The same as a chart, by what has become of the reports. */
export function coverageChart(data: StrategyData): ChartBlock {
  const { language } = data;
  const t = packWords[language];
  const say = saying(language);
  const areas = strategicCoverage(data).map(({ name, coverage }) => ({ name, ...parts(coverage) }));
  const series = [
    { of: 'approved', means: 'done' },
    { of: 'submitted', means: 'waiting' },
    { of: 'late', means: 'late' },
    { of: 'later', means: 'rest' },
  ] as const;
  const points = areas.map((area) => {
    const counts = series.map(({ of }) => `${number(area[of], language)} ${t.reports[of].toLocaleLowerCase('sv')}`);
    return `${area.name} ${listed(counts, language)}`;
  });
  return {
    kind: 'chart',
    title: say(t.wholeCoverage),
    alt: say(t.wholeAlt(points.join('; '))),
    labels: areas.map(({ name }) => inSwedish(name)),
    ends: strategicCoverage(data).map(({ coverage: { approved, expected } }) =>
      say(t.of(number(approved, language), number(expected, language))),
    ),
    series: series.map(({ of, means }) => ({
      name: say(t.reports[of]),
      values: areas.map((area) => area[of]),
      means,
    })),
    stacked: true,
    percent: false,
  };
}
