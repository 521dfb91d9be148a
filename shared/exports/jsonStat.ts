import type { Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Coverage } from '../summary/coverage.ts';
import type { Figure, PartValue } from '../summary/figures.ts';
import { windowName } from '../calendar/windowName.ts';
import { madeUp, source } from './figureNotes.ts';
import { partName, partsInOrder, type FigureTable, type Naming, type Shown } from './figureTable.ts';

interface Category {
  index: string[];
  label: Record<string, string>;
  unit?: Record<string, { label: string; decimals: number }>;
  note?: Record<string, string[]>;
}
/** A dataset of JSON-stat 2.0 (json-stat.org): a cube whose cells are counted with the last dimension fastest. */
export interface JsonStat {
  version: '2.0';
  class: 'dataset';
  label: string;
  source: string;
  updated: string;
  note?: string[];
  id: string[];
  size: number[];
  role: { time: string[]; metric: string[] };
  dimension: Record<string, { label: string; category: Category }>;
  /** By place in the cube; what is not there is not measured there. */
  value: Record<string, number | null>;
  status: Record<string, string>;
  extension: {
    asOf: string;
    include: string;
    synthetic: boolean;
    language: Naming;
    coverage: Record<string, Partial<Coverage>>;
    statusLabel: Record<string, string>;
  };
}

const TOTAL = 'total';
const words = {
  sv: {
    time: 'Tid',
    area: 'Område',
    measure: 'Mått',
    breakdown: 'Uppdelning',
    total: 'Totalt',
    numerator: 'täljare',
    denominator: 'nämnare',
    min: 'minst',
    max: 'mest',
    target: 'mål',
    contributions: 'rapporter med värde',
    reports: 'rapporter',
    missing: 'Inget godkänt än',
    suppressed: 'Visas inte, färre än fem',
    title: 'Resultat av insatserna',
  },
  en: {
    time: 'Time',
    area: 'Area',
    measure: 'Indicator',
    breakdown: 'Breakdown',
    total: 'Total',
    numerator: 'numerator',
    denominator: 'denominator',
    min: 'least',
    max: 'most',
    target: 'target',
    contributions: 'reports with a value',
    reports: 'reports',
    missing: 'Nothing approved yet',
    suppressed: 'Not shown, fewer than five',
    title: 'Results of the initiatives',
  },
} as const;
type Words = (typeof words)[Naming];

/** What is measured in a cell: the part of its name after the indicator's id, and the number; `null` where there is none yet. */
type Measured = readonly [suffix: string, value: Decimal | null, state?: 'missing' | 'suppressed'];

function measuredIn(figure: Shown): Measured[] {
  const why = figure.hidden === true ? 'suppressed' : 'missing';
  const none = (suffix: string): Measured => [suffix, null, why];
  const beside: Measured[] = [
    ...(figure.target === null ? [] : [['target', figure.target] as const]),
    ['contributions', String(figure.contributions)],
  ];
  switch (figure.kind) {
    case 'flow':
    case 'stock':
      return [figure.value == null ? none('') : ['', figure.value], ...beside];
    case 'ratio': {
      const { ratio } = figure;
      const parts: Measured[] = ratio
        ? [
            ratio.value === null ? none('') : ['', ratio.value],
            ['numerator', ratio.numerator],
            ['denominator', ratio.denominator],
          ]
        : [none(''), none('numerator'), none('denominator')];
      return [...parts, ...beside];
    }
    case 'unique':
      return [
        ...(figure.range
          ? ([
              ['min', figure.range.min],
              ['max', figure.range.max],
            ] as const)
          : [none('min'), none('max')]),
        ...beside,
      ];
    case 'text':
      return [...Object.entries(figure.choices ?? {}).map(([choice, n]) => [choice, String(n)] as const), ...beside];
  }
}

function measuredInPart(kind: Figure['kind'], value: PartValue): Measured[] {
  if (value === null)
    return (kind === 'unique' ? ['min', 'max'] : ['']).map((suffix) => [suffix, null, 'suppressed'] as const);
  if (typeof value === 'string') return [['', value]];
  return [
    ['min', value.min],
    ['max', value.max],
  ];
}

const measureId = (indicator: string, suffix: string): string => (suffix === '' ? indicator : `${indicator}.${suffix}`);

/** The figures as a cube: time × area × what is measured × part. Numbers are JSON's own, as the format has them. */
export function jsonStat(table: FigureTable, language: Naming): JsonStat {
  const t = words[language];
  const time = table.from === table.to ? table.from : `${table.from}--${table.to}`;
  const cells: { area: number; measure: string; part: string; value: Decimal | null; state: string | undefined }[] = [];
  const parts = new Map([[TOTAL, t.total as string]]);
  const measures = new Map<string, { figure: Shown; suffix: string }>();
  for (const [area, { indicators }] of table.groups.entries()) {
    for (const figure of indicators) {
      const put = (part: string, measured: readonly Measured[]) => {
        for (const [suffix, value, state] of measured) {
          const measure = measureId(figure.id, suffix);
          measures.set(measure, measures.get(measure) ?? { figure, suffix });
          cells.push({ area, measure, part, value, state });
        }
      };
      put(TOTAL, measuredIn(figure));
      for (const [dimension, breakdown] of Object.entries(figure.breakdowns)) {
        for (const [part, value] of partsInOrder(table, dimension, breakdown)) {
          const id = `${dimension}.${part === '?' ? 'notStated' : part}`;
          const name = table.dimensions.get(dimension)?.name[language] ?? dimension;
          parts.set(id, `${name}: ${partName(table, dimension, part, language)}`);
          put(id, measuredInPart(figure.kind, value));
        }
      }
    }
  }
  const measureIds = inLibraryOrder(measures, table.indicators);
  const partIds = [...parts.keys()];
  const size = [1, table.groups.length, measureIds.length, partIds.length];
  const placeOf = { measure: placesOf(measureIds), part: placesOf(partIds) };
  const value: JsonStat['value'] = {};
  const status: JsonStat['status'] = {};
  for (const cell of cells) {
    const measure = placeOf.measure.get(cell.measure) ?? 0;
    const place = (cell.area * measureIds.length + measure) * partIds.length + (placeOf.part.get(cell.part) ?? 0);
    value[place] = cell.value === null ? null : Number(cell.value);
    if (cell.state !== undefined) status[place] = cell.state;
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: `${t.title}, ${windowName(table, language)}`,
    source: source[language],
    updated: table.asOf,
    ...(table.synthetic ? { note: [madeUp[language]] } : {}),
    id: ['time', 'area', 'measure', 'breakdown'],
    size,
    role: { time: ['time'], metric: ['measure'] },
    dimension: {
      time: { label: t.time, category: { index: [time], label: { [time]: windowName(table, language) } } },
      area: { label: t.area, category: categoryOf(table.groups.map(({ id, name }) => [id, name])) },
      measure: { label: t.measure, category: measureCategory(measureIds, measures, table, language) },
      breakdown: { label: t.breakdown, category: categoryOf([...parts]) },
    },
    value,
    status,
    extension: {
      asOf: table.asOf,
      include: table.include,
      synthetic: table.synthetic,
      language,
      coverage: Object.fromEntries(table.groups.map(({ id, coverage }) => [id, coverage])),
      statusLabel: { missing: t.missing, suppressed: t.suppressed },
    },
  };
}

const placesOf = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
const categoryOf = (names: readonly (readonly [string, string])[]): Category => ({
  index: names.map(([id]) => id),
  label: Object.fromEntries(names),
});

function inLibraryOrder(measures: ReadonlyMap<string, { figure: Shown }>, library: FigureTable['indicators']) {
  const places = placesOf([...library.keys()]);
  const at = (measure: string) => places.get(measures.get(measure)?.figure.id ?? '') ?? places.size;
  return [...measures.keys()].sort((a, b) => at(a) - at(b));
}

function measureCategory(
  ids: readonly string[],
  measures: ReadonlyMap<string, { figure: Shown; suffix: string }>,
  { indicators }: FigureTable,
  language: Naming,
): Category {
  const t = words[language];
  const category: Required<Omit<Category, 'note'>> & Pick<Category, 'note'> = { index: [...ids], label: {}, unit: {} };
  const note: Record<string, string[]> = {};
  for (const id of ids) {
    const of = measures.get(id);
    if (!of) continue;
    const { figure, suffix } = of;
    const indicator = indicators.get(figure.id);
    const counted = suffix === 'contributions' || figure.kind === 'text';
    const inParts = suffix === 'numerator' || suffix === 'denominator';
    category.label[id] =
      suffix === '' ? figure.name[language] : `${figure.name[language]}, ${suffixName(t, indicator, suffix)}`;
    category.unit[id] = {
      label: counted ? t.reports : inParts ? '' : figure.unit[language],
      decimals: counted || inParts ? 0 : (indicator?.decimals ?? 0),
    };
    if (suffix === '' && indicator) note[id] = [indicator.definition.sv];
  }
  return { ...category, note };
}

const suffixName = (t: Words, indicator: Indicator | undefined, suffix: string): string =>
  indicator?.options?.find(({ id }) => id === suffix)?.name[t === words.sv ? 'sv' : 'en'] ??
  {
    numerator: t.numerator,
    denominator: t.denominator,
    min: t.min,
    max: t.max,
    target: t.target,
    contributions: t.contributions,
  }[suffix] ??
  suffix;
