import { parsePeriod } from '@insatskollen/shared/calendar/periods.ts';
import { together } from '@insatskollen/shared/summary/coverage.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { AS_OF, chosenFrom, PERIOD, type Chosen } from '#lib/summary/chosen.ts';
import { readCorrections, readSummary, type Figure } from '#lib/summary/read.server.ts';
import { AREA, otherQuery } from './address.ts';
import type { PageServerLoad } from './$types';

const yearEarlier = (id: string): string => (parsePeriod(id) ? `${Number(id.slice(0, 4)) - 1}${id.slice(4)}` : id);

/** Figures of two windows, or of one window as of two days, beside each other; and what was changed between the days. */
export const load: PageServerLoad = async (event) => {
  const { now, me } = event.locals;
  const roles = me?.roles ?? [];
  const query = event.url.searchParams;
  const first: Chosen = { ...chosenFrom(query, now, roles), preview: false };
  const second = secondFrom(query, first, now);
  const library = await readLibrary(event);
  const wanted = { groupBy: 'focusArea', breakdowns: false } as const;
  const [one, other] = await Promise.all([readSummary(event, first, wanted), readSummary(event, second, wanted)]);
  const isOneWindow = first.period === second.period && first.asOf !== second.asOf;
  const [earlier, later] = inOrder(first, second);
  const corrections =
    isOneWindow && earlier.asOf !== null
      ? await readCorrections(event, { period: first.period, since: earlier.asOf, until: later.asOf })
      : null;
  const initiatives = corrections && corrections.items.length > 0 ? await readInitiatives(event) : [];
  const title = new Map(initiatives.map(({ id, title: of }) => [id, of]));
  const actor = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  const area = query.get(AREA) ?? '';
  const groupOf = (id: string) => ({
    first: one.groups.find((group) => group.id === id),
    second: other.groups.find((group) => group.id === id),
  });
  const strategic = library.strategy.strategicAreas;
  const shown = strategic.flatMap(({ id, order, focusAreas }) =>
    focusAreas.flatMap((focus) => {
      if (area !== '' && area !== id && area !== focus.id) return [];
      const { first: a, second: b } = groupOf(focus.id);
      const all = pairs(a?.indicators ?? [], b?.indicators ?? []);
      // Of one window seen from two days, what was not changed between them says nothing.
      const rows = isOneWindow ? all.filter(hasMoved) : all;
      return rows.length === 0 ? [] : [{ id: focus.id, name: focus.name, order, rows }];
    }),
  );
  const inShown = new Set(
    strategic.flatMap(({ id, focusAreas }) =>
      focusAreas.flatMap((focus) => (area === '' || area === id || area === focus.id ? [focus.id] : [])),
    ),
  );
  const coverageOf = (groups: typeof one.groups) =>
    together(groups.filter(({ id }) => inShown.has(id)).map(({ coverage }) => coverage));
  return {
    first,
    second,
    area,
    areas: strategic.map(({ id, name, focusAreas }) => ({ id, name, focusAreas })),
    coverage: [coverageOf(one.groups), coverageOf(other.groups)] as const,
    shown,
    isOneWindow,
    corrections: corrections && {
      more: corrections.more,
      items: corrections.items
        .filter(({ focusArea }) => inShown.has(focusArea))
        .map((correction) => ({
          ...correction,
          actor: actor.get(correction.actorId) ?? correction.actorId,
          initiative: title.get(correction.initiativeId) ?? correction.initiativeId,
        })),
    },
    indicators: new Map(library.indicators.map(({ id, name, unit }) => [id, { name, unit }])),
  };
};

/** The other side as the address has it: another window, another day, or both; without any, the same window a year before. */
function secondFrom(query: URLSearchParams, first: Chosen, now: string): Chosen {
  const other = otherQuery(query);
  if (!other.has(PERIOD)) other.set(PERIOD, other.has(AS_OF) ? first.period : yearEarlier(first.period));
  return { ...chosenFrom(other, now, []), preview: false };
}

/** The one seen from the earlier day first; today is the latest. */
const inOrder = (a: Chosen, b: Chosen): [Chosen, Chosen] => ((a.asOf ?? '9') <= (b.asOf ?? '9') ? [a, b] : [b, a]);

const amountsOf = (figure: Figure | null) => JSON.stringify([figure?.value, figure?.ratio, figure?.range]);
const hasMoved = ({ first, second }: Pair): boolean => amountsOf(first) !== amountsOf(second);

interface Pair {
  id: string;
  first: Figure | null;
  second: Figure | null;
}

/** Figures of both sides by indicator, as the library orders them. */
function pairs(first: readonly Figure[], second: readonly Figure[]): Pair[] {
  const [one, other] = [first, second].map((figures) => new Map(figures.map((figure) => [figure.id, figure])));
  const ids = [...new Set([...first, ...second].map(({ id }) => id))];
  return ids
    .map((id) => ({ id, first: one?.get(id) ?? null, second: other?.get(id) ?? null }))
    .filter((row) => row.first?.kind !== 'text' && row.second?.kind !== 'text');
}
