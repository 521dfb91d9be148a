import { financingSources } from '@insatskollen/shared/agreements/financing.ts';
import { ratioValue, sum, zero } from '@insatskollen/shared/decimal.ts';
import { readLibrary } from '#lib/server/register.ts';
import { chosenFrom } from '#lib/summary/chosen.ts';
import { readFinancing, type Paid } from './read.server.ts';
import type { PageServerLoad } from './$types';

/** What the region's money paid in each area, what it brought in from others, and what it gave. */
export const load: PageServerLoad = async (event) => {
  const chosen = { ...chosenFrom(event.url.searchParams, event.locals.now, []), asOf: null };
  const [library, groups] = await Promise.all([readLibrary(event), readFinancing(event, chosen.period)]);
  const paid = new Map(groups.map((group) => [group.id, group]));
  return {
    chosen,
    all: together(groups),
    areas: library.strategy.strategicAreas.map(({ id, name, order, focusAreas }) => {
      const inIt = focusAreas.flatMap((focus) => paid.get(focus.id) ?? []);
      return { id, name, order, together: together(inIt), focusAreas: inIt.filter(({ agreements }) => agreements > 0) };
    }),
    cautious: [...new Set(groups.flatMap(({ results }) => results.flatMap(({ cautions }) => cautions)))],
  };
};

/** Several areas' money as one's. */
function together(groups: readonly Paid[]) {
  const of = (source: string) =>
    sum(groups.flatMap(({ sources }) => sources.flatMap((one) => (one.source === source ? [one.amount] : []))));
  const own = sum(groups.map((group) => group.own));
  const external = sum(groups.map((group) => group.external));
  return {
    sources: financingSources.flatMap((source) => (of(source) === zero ? [] : [{ source, amount: of(source) }])),
    own,
    external,
    total: sum([own, external]),
    leverage: external === zero ? null : (ratioValue(external, own, '1', 2) ?? null),
    withheld: groups.reduce((count, { withheld }) => count + withheld, 0),
    withoutFinancing: groups.reduce((count, { withoutFinancing }) => count + withoutFinancing, 0),
  };
}
