import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { asSeenBy } from '@insatskollen/shared/agreements/confidential.ts';
import { cautions, moneyIn, ownForEach } from '@insatskollen/shared/insight/money.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { libraryOf, type Library } from '../strategy/library.ts';
import { groupsFrom, groupsOf, windowFrom } from '../summary/answer.ts';
import { readCells } from '../summary/readCells.ts';
import { FinancingQuerySchema, FinancingSchema } from './schemas.ts';

type Group = ReturnType<typeof groupsFrom>[number];

/** What the region's money and that of others paid in each area, and what it gave (requirements R22, R23). */
export function mountFinancing(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/summary/financing',
      summary:
        'What agreements cost in a window, by source, with leverage, and for each result where that means something',
      action: 'coverage.read',
      query: FinancingQuerySchema,
      answer: FinancingSchema,
    },
    async (call) => {
      const { from, to, groupBy } = call.query;
      const window = windowFrom(from, to);
      const { person } = call.caller;
      const [library, agreements, { cells }] = await Promise.all([
        libraryOf(deps),
        allAgreements(deps.table),
        readCells(deps.table, window, { book: 'official', parts: false, asOf: undefined }),
      ]);
      const at = deps.businessNow();
      const seen = agreements
        .filter(({ termStart, termEnd }) => termStart <= window.end && termEnd >= window.start)
        .map((agreement) => asSeenBy(person, agreement));
      const figures = new Map(
        groupsFrom(library, cells, groupsOf(library, groupBy), { window, at, smallCounts: true, span: undefined }).map(
          (one) => [one.id, one],
        ),
      );
      return call.json({
        from,
        to,
        asOf: at.toISOString(),
        groups: groupsOf(library, groupBy).map(({ id, name, focusAreas }) => {
          const own = seen.filter((one) => focusAreas.includes(areaOf(library, one)));
          const masked = own.filter(isMasked);
          return {
            id,
            name,
            agreements: own.length,
            withoutFinancing: own.filter((one) => !isMasked(one) && Object.keys(one.financing).length === 0).length,
            withheld: masked.length,
            ...moneyIn(own, window),
            results: forEachResult(library, own, window, figures.get(id)),
          };
        }),
      });
    },
  );
}

const areaOf = ({ initiatives }: Library, { initiativeId }: Agreement): string =>
  initiatives.get(initiativeId)?.primaryFocusArea ?? '';

const isMasked = ({ confidential }: Agreement): boolean =>
  confidential?.some(({ field, masked }) => field === 'financing' && masked === true) ?? false;

/** The region's own money for each result: of those agreements alone that are to give it. None where some of that money may not be told. */
function forEachResult(
  library: Library,
  agreements: readonly Agreement[],
  window: Parameters<typeof moneyIn>[1],
  group: Group | undefined,
) {
  return (group?.indicators ?? []).flatMap(({ id, name, unit, value }) => {
    const indicator = library.indicators.get(id);
    const asking = agreements.filter(({ indicators }) => indicators.some((one) => one.indicatorId === id));
    if (!indicator || !group || asking.some(isMasked)) return [];
    const { own } = moneyIn(asking, window);
    const each = ownForEach(indicator, { own, value });
    if (each === undefined || value == null) return [];
    const { expected, approved } = group.coverage;
    const indicators = new Set(asking.flatMap((one) => one.indicators.map(({ indicatorId }) => indicatorId))).size;
    return [{ id, name, unit, value, own, ownForEach: each, cautions: cautions({ expected, approved, indicators }) }];
  });
}
