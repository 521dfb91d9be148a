import type { Dimension, Indicator } from '../indicators/indicator.ts';
import { noCoverage, type Coverage } from '../summary/coverage.ts';
import type { BreakdownFigure, Figure, PartValue } from '../summary/figures.ts';
import type { Column } from './columns.ts';
import type { Thing } from './fields.ts';

/** Figures of a window, to be taken out: what `/summary` answers, with what its numbers are called. */
export interface FigureTable {
  from: string;
  to: string;
  /** The instant that the figures are as of. */
  asOf: string;
  include: 'official' | 'preview';
  /** True where everything is made up. */
  synthetic: boolean;
  groups: readonly FigureGroup[];
  indicators: ReadonlyMap<string, Indicator>;
  dimensions: ReadonlyMap<string, Dimension>;
}
/** A figure, and where anyone may see it whether its value is hidden. */
export type Shown = Omit<Figure, 'trend' | 'yearBefore'> & { hidden?: boolean };
export interface FigureGroup {
  id: string;
  name: string;
  /** What is known of it: of published figures, how many reports there are and are approved. */
  coverage: Partial<Coverage>;
  indicators: readonly Shown[];
}

const number = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'decimal' });
const word = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'text' });

const status = {
  shown: { sv: 'visas', en: 'shown' },
  missing: { sv: 'inget godkänt än', en: 'nothing approved yet' },
  suppressed: { sv: 'visas inte, färre än fem', en: 'not shown, fewer than five' },
};
const kind = {
  flow: { sv: 'summa', en: 'sum' },
  stock: { sv: 'läge vid slutet', en: 'state at the end' },
  ratio: { sv: 'andel', en: 'ratio' },
  unique: { sv: 'unika, minst till mest', en: 'unique, least to most' },
  text: { sv: 'antal svar', en: 'number of answers' },
};
const include = {
  official: { sv: 'officiella siffror', en: 'official figures' },
  preview: { sv: 'förhandsvisning, inte officiell', en: 'preview, not official' },
};
/** The counts of coverage, in the order that they are shown. */
const coverageWords = [
  ['expected', 'Väntade rapporter', 'Expected reports'],
  ['due', 'Skulle vara inne', 'Due'],
  ['approved', 'Godkända', 'Approved'],
  ['submitted', 'Väntar på granskning', 'Awaiting review'],
  ['returned', 'Kompletteras', 'Sent back'],
  ['draft', 'Påbörjade', 'Begun'],
  ['notStarted', 'Ej påbörjade', 'Not begun'],
  ['late', 'Sena', 'Late'],
  ['submittedLate', 'Inskickade sent', 'Submitted late'],
  ['outside', 'Avtal som inte ryms i tiden', 'Agreements that do not fit in the time'],
] as const satisfies readonly (readonly [keyof Coverage, string, string])[];
const coverageColumns = coverageWords.map(([name, sv, en]) => number(`coverage.${name}`, sv, en));

/** One line of figures: a group's indicator, or one part of it. */
export const figureColumns: readonly Column[] = [
  word('from', 'Från period', 'From period'),
  word('to', 'Till period', 'To period'),
  { name: 'groupId', heading: { sv: 'Område, id', en: 'Area, id' }, type: 'id' },
  word('groupName', 'Område', 'Area'),
  { name: 'indicatorId', heading: { sv: 'Mått, id', en: 'Indicator, id' }, type: 'id' },
  word('indicatorName', 'Mått', 'Indicator'),
  word('unit', 'Enhet', 'Unit'),
  { name: 'kind', heading: { sv: 'Slag', en: 'Kind' }, type: 'choice', choices: kind },
  word('dimension', 'Uppdelning', 'Breakdown'),
  word('part', 'Del', 'Part'),
  number('value', 'Värde', 'Value'),
  number('numerator', 'Täljare', 'Numerator'),
  number('denominator', 'Nämnare', 'Denominator'),
  number('min', 'Minst', 'Least'),
  number('max', 'Mest', 'Most'),
  { name: 'status', heading: { sv: 'Läge', en: 'Status' }, type: 'choice', choices: status },
  number('target', 'Mål', 'Target'),
  number('contributions', 'Rapporter med värde', 'Reports with a value'),
  number('notApplicable', 'Ej aktuellt', 'Not applicable'),
  number('notYetKnown', 'Vet inte än', 'Not yet known'),
  number('carriedForward', 'Därav från tidigare period', 'Of which from an earlier period'),
  number('leftOut', 'Avtal som är slut', 'Agreements that have ended'),
  ...coverageColumns,
  word('asOf', 'Läget vid', 'As of'),
  { name: 'include', heading: { sv: 'Gäller', en: 'Counts' }, type: 'choice', choices: include },
  { name: 'synthetic', heading: { sv: 'Påhittade siffror', en: 'Made-up figures' }, type: 'yesNo' },
];

/** The columns whose numbers have as many decimals as the indicator. */
export const measuredColumns: ReadonlySet<string> = new Set(['value', 'min', 'max', 'target', 'carriedForward']);

export type Naming = 'sv' | 'en';

/** The coverage of several groups as one. */
export function coverageOf(groups: readonly Pick<FigureGroup, 'coverage'>[]): Coverage {
  const total = noCoverage();
  for (const { coverage } of groups) for (const [name] of coverageWords) total[name] += coverage[name] ?? 0;
  return total;
}

/** A name of a part as people read it; what a breakdown leaves unsaid has words of its own. */
export function partName({ dimensions }: FigureTable, dimension: string, part: string, language: Naming): string {
  if (part === '?') return language === 'sv' ? 'uppgift saknas' : 'not stated';
  return dimensions.get(dimension)?.parts.find(({ id }) => id === part)?.name[language] ?? part;
}

/** The parts of a breakdown in the dimension's own order, what is missing last: cells come from the table in any. */
export function partsInOrder(
  { dimensions }: Pick<FigureTable, 'dimensions'>,
  dimension: string,
  { parts, missing }: BreakdownFigure,
): [part: string, value: PartValue][] {
  const order = (dimensions.get(dimension)?.parts ?? []).map(({ id }) => id);
  const rank = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length);
  const known = Object.entries(parts).sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
  return [...known, ['?', missing]];
}

/** Every line of the table as a thing with the columns' fields, each made when it is asked for. */
export function* figureLines(table: FigureTable, language: Naming): Generator<{ line: Thing; decimals: number }> {
  const { from, to, asOf, include, synthetic } = table;
  const about = { from, to, asOf, include, synthetic };
  for (const group of table.groups) {
    for (const figure of group.indicators) {
      const indicator = table.indicators.get(figure.id);
      const decimals = indicator?.decimals ?? 0;
      const of = {
        ...about,
        groupId: group.id,
        groupName: group.name,
        indicatorId: figure.id,
        indicatorName: figure.name[language],
        unit: figure.unit[language],
        kind: figure.kind,
      };
      const { target, contributions, notApplicable, notYetKnown, carriedForward, leftOut } = figure;
      const whole = { target, contributions, notApplicable, notYetKnown, carriedForward, leftOut };
      const { coverage } = group;
      yield { line: { ...of, ...whole, ...heightOfLine(figure), coverage }, decimals };
      for (const [choice, count] of Object.entries(figure.choices ?? {})) {
        const part = indicator?.options?.find(({ id }) => id === choice)?.name[language] ?? choice;
        const dimension = language === 'sv' ? 'Svar' : 'Answer';
        yield { line: { ...of, dimension, part, value: String(count), status: 'shown' }, decimals: 0 };
      }
      for (const [id, breakdown] of Object.entries(figure.breakdowns)) {
        const { suppressed } = breakdown;
        const dimension = table.dimensions.get(id)?.name[language] ?? id;
        for (const [part, value] of partsInOrder(table, id, breakdown))
          yield {
            line: { ...of, dimension, part: partName(table, id, part, language), ...partOfLine(value, suppressed) },
            decimals,
          };
      }
    }
  }
}

function heightOfLine({ kind, value, ratio, range, choices, hidden }: Shown): Thing {
  if (hidden === true) return { status: 'suppressed' };
  switch (kind) {
    case 'flow':
    case 'stock':
      return { value, status: value == null ? 'missing' : 'shown' };
    case 'ratio':
      return { ...ratio, status: ratio == null ? 'missing' : 'shown' };
    case 'unique':
      return { ...range, status: range == null ? 'missing' : 'shown' };
    case 'text':
      return { status: Object.keys(choices ?? {}).length === 0 ? 'missing' : 'shown' };
  }
}

const partOfLine = (value: PartValue, suppressed: boolean): Thing => {
  if (value === null) return { status: suppressed ? 'suppressed' : 'missing' };
  return { ...(typeof value === 'string' ? { value } : value), status: 'shown' };
};
