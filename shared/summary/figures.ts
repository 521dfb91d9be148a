import { parsePeriod, period, periodsInside, type PeriodKind, type Window } from '../calendar/periods.ts';
import { ratioValue, zero, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { together, type Gathered } from './accumulate.ts';
import { inWindow, type Gathering } from './gather.ts';
import { MISSING_PART } from './share.ts';
import { stockIn } from './stockFigure.ts';
import { targetOf } from './target.ts';

export interface RangeValue {
  min: Decimal;
  max: Decimal;
}
/** A part of a breakdown: a sum, a range for unique counts, or null when it is suppressed. */
export type PartValue = Decimal | RangeValue | null;
export interface BreakdownFigure {
  parts: Record<string, PartValue>;
  missing: PartValue;
  suppressed: boolean;
}

/** One indicator in one group and window, as the contract gives it. */
export interface Figure {
  id: string;
  name: Indicator['name'];
  unit: Indicator['unit'];
  kind: Indicator['kind'];
  value?: Decimal | null;
  ratio?: { numerator: Decimal; denominator: Decimal; value: Decimal | null } | null;
  range?: RangeValue | null;
  choices?: Record<string, number>;
  target: Decimal | null;
  contributions: number;
  notApplicable: number;
  notYetKnown: number;
  /** Stock only: how much comes from an earlier period than the window's last. */
  carriedForward: Decimal | null;
  /** Stock only: chains that ended before the window's last day, which are left out. */
  leftOut: number;
  breakdowns: Record<string, BreakdownFigure>;
  /** The figure in each native period of the years read, in order; null where nothing counts. Gaps are gaps. */
  trend: { period: string; value: Decimal | null }[];
  /** The figure in the window a year before that this one can be compared with; `null` where nothing was counted there. */
  yearBefore: FigureBefore | null;
}

/** A figure of an earlier window: what it was, and how many approved reports gave a value. */
export type FigureBefore = Pick<Figure, 'value' | 'ratio' | 'range' | 'contributions'> & { from: string; to: string };

/** Every agreed indicator of some areas taken together, in library order. */
export function figuresIn(
  gathering: Gathering,
  areas: readonly string[],
  window: Window,
  library: readonly Indicator[],
  options: {
    smallCounts: boolean;
    trendWithin?: Pick<Window, 'start' | 'end'> | undefined;
    yearBefore?: Window | null | undefined;
  },
): Figure[] {
  return library.flatMap((indicator) => {
    const figure = figureIn(gathering, areas, window, indicator);
    if (!figure.all.agreed && !figure.all.answered) return [];
    const kind = trendKind(gathering, areas, indicator);
    const within = options.trendWithin ? periodsInside(options.trendWithin, [kind]) : [];
    const trend = within.map((p) => {
      const point = figureIn(gathering, areas, { from: p.id, to: p.id, start: p.start, end: p.end }, indicator).figure;
      return { period: p.id, value: point.value ?? point.ratio?.value ?? point.range?.max ?? null };
    });
    const breakdowns = breakdownsOf(indicator, figure.parts, options.smallCounts);
    const before = options.yearBefore ? figureBefore(gathering, areas, options.yearBefore, indicator) : null;
    return [{ ...figure.figure, breakdowns, trend, yearBefore: before }];
  });
}

/** The coarsest kind of period that any agreement reports the indicator in: the finest in which a point can be complete. */
function trendKind(gathering: Gathering, areas: readonly string[], indicator: Indicator): PeriodKind {
  const kinds = new Set(
    areas.flatMap((area) =>
      [...(gathering.native.get(area)?.get(indicator.id) ?? [])].flatMap(([id, gathered]) =>
        gathered.agreed > 0 || gathered.answered > 0 ? [period(id).kind] : [],
      ),
    ),
  );
  return kinds.has('year') || kinds.has('schoolYear') ? 'year' : kinds.has('half') ? 'half' : 'quarter';
}

/** A stock is of its period's last day, so it lies wherever that day does; everything else only where its whole period does. */
const endingIn = <V>(byPeriod: ReadonlyMap<string, V>, window: Pick<Window, 'start' | 'end'>): V[] =>
  [...byPeriod].flatMap(([id, value]) => {
    const end = parsePeriod(id)?.end ?? '';
    return end >= window.start && end <= window.end ? [value] : [];
  });

function figureBefore(
  gathering: Gathering,
  areas: readonly string[],
  window: Window,
  indicator: Indicator,
): FigureBefore | null {
  const { value, ratio, range, contributions } = figureIn(gathering, areas, window, indicator).figure;
  if (value == null && ratio == null && range == null) return null;
  const { from, to } = window;
  return {
    from,
    to,
    ...(value === undefined ? {} : { value }),
    ...(ratio === undefined ? {} : { ratio }),
    ...(range === undefined ? {} : { range }),
    contributions,
  };
}

type PlainFigure = Omit<Figure, 'breakdowns' | 'trend' | 'yearBefore'>;

function figureIn(gathering: Gathering, areas: readonly string[], window: Window, indicator: Indicator) {
  const lying = indicator.kind === 'stock' ? endingIn : inWindow;
  const native = areas.flatMap((area) => gathering.native.get(area)?.get(indicator.id) ?? []);
  const all = together(native.flatMap((byPeriod) => lying(byPeriod, window)));
  const ofPeriod = window.from === window.to ? native.flatMap((byPeriod) => byPeriod.get(window.from) ?? []) : [];
  const stock = stockIn(
    areas.flatMap((area) => gathering.stock.get(area) ?? []),
    indicator.kind === 'stock' ? indicator.id : '',
    window,
  );
  const figure: PlainFigure = {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    kind: indicator.kind,
    target: targetOf(indicator, all, together(ofPeriod), window, stock.target),
    contributions: all.answered,
    notApplicable: all.notApplicable,
    notYetKnown: all.notYetKnown,
    carriedForward: stock.carriedForward ?? null,
    leftOut: stock.left,
  };
  const any = all.answered > 0;
  switch (indicator.kind) {
    case 'flow':
      figure.value = any ? all.value : null;
      break;
    case 'stock':
      figure.value = stock.value ?? null;
      break;
    case 'ratio':
      figure.ratio = any
        ? {
            numerator: all.numerator,
            denominator: all.denominator,
            value: ratioValue(all.numerator, all.denominator, indicator.scale ?? '1', indicator.decimals) ?? null,
          }
        : null;
      break;
    case 'unique':
      figure.range = any ? { min: all.max, max: all.value } : null;
      break;
    case 'text':
      figure.choices = all.choices;
      break;
  }
  return { figure, all, parts: indicator.kind === 'stock' ? stock.gathered : all };
}

function breakdownsOf(indicator: Indicator, parts: Gathered, smallCounts: boolean): Record<string, BreakdownFigure> {
  const breakdowns: Record<string, BreakdownFigure> = {};
  for (const dimension of indicator.dimensions) {
    const given = parts.parts.get(dimension);
    const named = [...(given ?? [])].filter(([part, range]) => part !== MISSING_PART && range.sum !== zero);
    if (!given || named.length === 0) continue;
    // All of a dimension or nothing: were one part hidden alone, the total and the others would give it away.
    const suppressed = !smallCounts && parts.small.has(dimension);
    const show = (range: { sum: Decimal; max: Decimal }): PartValue =>
      suppressed ? null : indicator.kind === 'unique' ? { min: range.max, max: range.sum } : range.sum;
    breakdowns[dimension] = {
      // Nor which parts have anybody: where one alone does, that tells of everyone.
      parts: suppressed ? {} : Object.fromEntries(named.map(([part, range]) => [part, show(range)])),
      missing: show(given.get(MISSING_PART) ?? { sum: zero, max: zero }),
      suppressed,
    };
  }
  return breakdowns;
}
