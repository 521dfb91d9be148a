import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { libraryOf, type Library } from '../strategy/library.ts';
import { briefly, groupsFrom, groupsOf, refuseUnseen, trendSpan, windowFrom } from '../summary/answer.ts';
import { correctionsOf } from '../summary/corrections.ts';
import { SeenResultsQuerySchema, SummarySchema } from '../summary/schemas.ts';
import { cellsOfAgreements } from './results.ts';

interface Of {
  path: '/actors/{id}/results' | '/initiatives/{id}/results' | '/rus-priorities/{id}/results';
  summary: string;
  isKnown: (library: Library, id: string) => boolean;
  /** What all areas together are called, where they are told together too, first. */
  together?: (library: Library, id: string) => string;
  has: (agreement: Agreement, id: string) => boolean;
}

const kinds: readonly Of[] = [
  {
    path: '/actors/{id}/results',
    summary: 'What an actor’s approved reports add up to in each area that they count in',
    isKnown: ({ actors }, id) => actors.has(id),
    has: ({ actorId }, id) => actorId === id,
  },
  {
    path: '/initiatives/{id}/results',
    summary: 'What the approved reports about an initiative add up to',
    isKnown: ({ initiatives }, id) => initiatives.has(id),
    has: ({ initiativeId }, id) => initiativeId === id,
  },
  {
    path: '/rus-priorities/{id}/results',
    summary:
      'What the agreements that contribute to a priority of RUS add up to: all together first, then in each area',
    isKnown: ({ strategy }, id) => strategy.rusPriorities.some((one) => one.id === id),
    together: ({ strategy }, id) => strategy.rusPriorities.find((one) => one.id === id)?.name ?? id,
    has: ({ rusPriorities }, id) => rusPriorities.includes(id),
  },
];

/** Figures of one actor, initiative or priority of RUS (requirement R11), by the same rules as those of an area, which they are a part of. */
export function mountResults(api: Api, deps: Deps): void {
  for (const { path, summary, isKnown, has, together } of kinds)
    mount(
      api,
      deps,
      { method: 'get', path, summary, action: 'coverage.read', query: SeenResultsQuerySchema, answer: SummarySchema },
      async (call) => {
        const { from, to, include, asOf } = call.query;
        refuseUnseen(call.caller.person, call.query, call.language);
        const id = call.params['id'] ?? '';
        const library = await libraryOf(deps);
        if (!isKnown(library, id)) throw new Refused('notFound');
        const window = windowFrom(from, to);
        const span = trendSpan(window);
        const at = asOf === undefined ? deps.businessNow() : new Date(asOf);
        const { cells, later } = await cellsOfAgreements(deps.table, library, (agreement) => has(agreement, id), {
          ...{ book: include, asOf, span },
        });
        const areas = groupsOf(library, 'focusArea');
        const all = together ? [{ id, name: together(library, id), focusAreas: library.focusAreas }] : [];
        const groups = groupsFrom(library, cells, [...all, ...areas], {
          window,
          at,
          // Only the region's own ask this, and they see small counts.
          smallCounts: true,
          span,
        });
        const found = groups.filter(({ coverage, indicators }) => coverage.expected > 0 || indicators.length > 0);
        return call.json({
          from,
          to,
          asOf: at.toISOString(),
          corrections: briefly(correctionsOf(window, later)),
          groups: found,
        });
      },
    );
}
