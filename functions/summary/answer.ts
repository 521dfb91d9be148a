import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { period, windowOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { can, seesSmallCounts } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { coverageIn } from '@insatskollen/shared/summary/coverage.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather, type StoredCell } from '@insatskollen/shared/summary/gather.ts';
import { yearBeforeOf } from '@insatskollen/shared/summary/yearBefore.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { libraryOf, type Library } from '../strategy/library.ts';
import { correctionsOf, type LedgerCorrection } from './corrections.ts';
import { readCells } from './readCells.ts';
import type { SummaryQuerySchema } from './schemas.ts';

export interface Group {
  id: string;
  name: string;
  focusAreas: readonly string[];
}

/** Focus areas, or strategic areas with all of theirs, in the strategy's order. */
export function groupsOf(library: Library, by: 'focusArea' | 'strategicArea'): Group[] {
  const areas = library.strategy.strategicAreas;
  if (by === 'strategicArea')
    return areas.map(({ id, name, focusAreas }) => ({ id, name, focusAreas: focusAreas.map((f) => f.id) }));
  return areas.flatMap((area) => area.focusAreas.map(({ id, name }) => ({ id, name, focusAreas: [id] })));
}

/** The window of a query that has been checked to have one. */
export function windowFrom(from: string, to: string): Window {
  const window = windowOf(from, to);
  if (!window) throw new Error('the query was not checked');
  return window;
}

/** From the first day of the year before the window's last, so that a trend shows two years. */
export const trendSpan = (window: Window): Pick<Window, 'start' | 'end'> => {
  const year = Number(window.end.slice(0, 4));
  const twoYears = period(String(year - 1)).start;
  return { start: twoYears < window.start ? twoYears : window.start, end: period(String(year)).end };
};

/** Refuses the preview to those who do not see it, and as of an earlier day, of which there is none. */
export function refuseUnseen(
  person: Person,
  { include, asOf }: { include: Book; asOf?: string | undefined },
  language: 'sv' | 'en',
): void {
  if (include !== 'preview') return;
  if (!can(person, 'summary.preview')) throw new Refused('notAllowed');
  if (asOf === undefined) return;
  throw new Refused('invalid', { errors: [{ path: 'asOf', code: 'officialOnly', message: onlyOfficial[language] }] });
}

/** Changes of figures as a summary names them. */
export const briefly = (corrections: readonly LedgerCorrection[]) =>
  corrections.map(({ at, what, agreementId, period: of, version }) => ({ at, what, agreementId, period: of, version }));

/** Figures and coverage in the window that is asked for, as a person may see them. */
export async function summaryFor(
  deps: Deps,
  person: Person,
  query: z.output<typeof SummaryQuerySchema>,
  language: 'sv' | 'en',
) {
  const { from, to, groupBy, include, asOf, breakdowns, trend } = query;
  refuseUnseen(person, query, language);
  const window = windowFrom(from, to);
  const library = await libraryOf(deps);
  const now = deps.businessNow();
  const reading = { book: include, parts: breakdowns, asOf };
  const span = trend ? trendSpan(window) : window;
  const { cells, later } = await readCells(deps.table, span, reading);
  const at = asOf === undefined ? now : new Date(asOf);
  const smallCounts = seesSmallCounts(person);
  return {
    from,
    to,
    asOf: at.toISOString(),
    corrections: briefly(correctionsOf(window, later)),
    groups: groupsFrom(library, cells, groupsOf(library, groupBy), {
      window,
      at,
      smallCounts,
      span: trend ? span : undefined,
    }),
  };
}

/** What cells come to for each group: coverage and figures. With a span that was read, trends in it and the year before. */
export function groupsFrom(
  library: Library,
  cells: readonly StoredCell[],
  groups: readonly Group[],
  {
    window,
    at,
    smallCounts,
    span,
  }: { window: Window; at: Date; smallCounts: boolean; span: Pick<Window, 'start' | 'end'> | undefined },
) {
  const gathering = gather(cells);
  const indicators = [...library.indicators.values()];
  const before = span ? yearBeforeOf(window, stockholmDay(at)) : null;
  // What lies before the years that were read cannot be told.
  const yearBefore = span && before && before.start >= span.start ? before : null;
  return groups.map(({ id, name, focusAreas }) => ({
    id,
    name,
    coverage: coverageIn(gathering, focusAreas, window, at),
    indicators: figuresIn(gathering, focusAreas, window, indicators, { smallCounts, trendWithin: span, yearBefore }),
  }));
}

const onlyOfficial = {
  sv: 'Läget en tidigare dag finns bara för officiella siffror.',
  en: 'Figures as of an earlier day exist for official figures only.',
};
