import { periodsInside, period } from '@insatskollen/shared/calendar/periods.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { publicFigure, type PublicFigure } from '@insatskollen/shared/publications/publicFigure.ts';
import { publicFigures } from '@insatskollen/shared/publications/relatedFigures.ts';
import type { Figure } from '@insatskollen/shared/summary/figures.ts';
import { hasSmallCount } from '@insatskollen/shared/summary/share.ts';

export const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
export const parts = ['women', 'men', '?'] as const;
type Part = (typeof parts)[number];
/** One report's people, by part; `?` are those of whom nothing is said. */
export type Report = Readonly<Record<Part, number>>;
/** One area's reports by quarter. */
export type AreaWorld = Readonly<Record<string, Report>>;

/** Counts of people as such, and counts of something else that people stand behind. */
export const indicators = {
  people: indicator('elever'),
  firms: indicator('företag'),
};
function indicator(unit: string): Indicator {
  const name = { sv: unit, en: unit };
  return {
    ...{ id: 'one', version: 1, name, unit: name, kind: 'flow', decimals: 0, direction: 'up' },
    ...{ dimensions: ['gender'], definition: { sv: '' } },
  };
}

/** What else counts some of the same: those whose gender is known, as a count and as the share of them that are women. */
export const partsOfIt = {
  known: { ...indicators.people, id: 'known', dimensions: [], partOf: 'one' },
  share: { ...indicators.people, id: 'share', kind: 'ratio', dimensions: [], partOf: 'one' },
} as const satisfies Record<string, Indicator>;

const total = (report: Report): number => report.women + report.men + report['?'];

/** The figure that everyone but the region's own roles would see of an area in a window, before it is made public. */
export function figureOf(world: AreaWorld, window: string, of: Indicator): Figure {
  const inside = periodsInside(period(window), ['quarter']).map(({ id }) => id);
  const reports = inside.flatMap((id) => world[id] ?? []);
  const sum = (part: Part) => reports.reduce((all, report) => all + report[part], 0);
  // A part that is none is not named in an answer.
  const named = (report: Report) =>
    (['women', 'men'] as const).filter((part) => report[part] > 0).map((part) => [part, String(report[part])] as const);
  const small = reports.some((report) => hasSmallCount(of, 'gender', named(report)));
  const shown = (['women', 'men'] as const).filter((part) => sum(part) > 0);
  return {
    ...{ id: of.id, name: of.name, unit: of.unit, kind: of.kind, target: null },
    value: String(reports.reduce((all, report) => all + total(report), 0)),
    ...{
      contributions: reports.length,
      notApplicable: 0,
      notYetKnown: 0,
      carriedForward: null,
      leftOut: 0,
      trend: [],
      yearBefore: null,
    },
    breakdowns:
      shown.length === 0
        ? {}
        : {
            gender: {
              parts: Object.fromEntries(shown.map((part) => [part, small ? null : String(sum(part))])),
              missing: small ? null : String(sum('?')),
              suppressed: small,
            },
          },
  };
}

/** What is published of a world, each held against what was published of the same window before. */
export function publishedOf(
  steps: readonly { world: AreaWorld; window: string }[],
  of: Indicator,
): { window: string; figure: PublicFigure }[] {
  const done: { window: string; figure: PublicFigure }[] = [];
  for (const { world, window } of steps) {
    const earlier = done.filter((one) => one.window === window).map(({ figure }) => figure);
    done.push({ window, figure: publicFigure(figureOf(world, window, of), of, window, earlier) });
  }
  return done;
}

/** The figure of what counts some of the same. */
export function partFigure(world: AreaWorld, window: string, of: Indicator): Figure {
  const { value, breakdowns, ...rest } = figureOf(world, window, of);
  void [value, breakdowns];
  const inside = periodsInside(period(window), ['quarter']).flatMap(({ id }) => world[id] ?? []);
  const women = String(inside.reduce((all, report) => all + report.women, 0));
  const known = String(inside.reduce((all, report) => all + report.women + report.men, 0));
  return of.kind === 'ratio'
    ? { ...rest, breakdowns: {}, ratio: { numerator: women, denominator: known, value: null } }
    : { ...rest, breakdowns: {}, value: known };
}

/** The same as `publishedOf`, of an indicator together with what counts some of the same. */
export function publishedTogether(
  steps: readonly { world: AreaWorld; window: string }[],
  whole: Indicator,
  part: Indicator,
): { window: string; figures: PublicFigure[] }[] {
  const done: { window: string; figures: PublicFigure[] }[] = [];
  const library = new Map([whole, part].map((one) => [one.id, one]));
  for (const { world, window } of steps) {
    const official = [figureOf(world, window, whole), partFigure(world, window, part)];
    const earlier = done.filter((one) => one.window === window).map(({ figures }) => figures);
    done.push({ window, figures: publicFigures(official, library, window, earlier) });
  }
  return done;
}
