import { periodsInside, period } from '@insatskollen/shared/calendar/periods.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { publicFigure, type PublicFigure } from '@insatskollen/shared/publications/publicFigure.ts';
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
