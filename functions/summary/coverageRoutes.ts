import { fitsIn, periodsInside } from '@insatskollen/shared/calendar/periods.ts';
import { noCoverage, takeCoverage, type Coverage } from '@insatskollen/shared/summary/coverage.ts';
import { shareOfHead } from '@insatskollen/shared/summary/share.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { readHead } from '../reports/headStore.ts';
import { libraryOf } from '../strategy/library.ts';
import type { Item } from '../table/client.ts';
import { periodPartition } from '../table/keys.ts';
import { windowFrom } from './answer.ts';
import { CoverageAnswerSchema, CoverageQuerySchema } from './schemas.ts';

/** Who has reported and who has not, per actor and area. */
export function mountCoverage(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/coverage',
      summary: 'Coverage counts per actor and focus area, of every report whose period lies in the given one',
      action: 'coverage.read',
      query: CoverageQuerySchema,
      answer: CoverageAnswerSchema,
    },
    async (call) => {
      const { period } = call.query;
      const window = windowFrom(period, period);
      const now = deps.businessNow();
      const library = await libraryOf(deps);
      const counts = new Map<string, Coverage>();
      const of = (actorId: string, focusArea: string): Coverage => {
        const key = `${actorId}\n${focusArea}`;
        const found = counts.get(key) ?? noCoverage();
        counts.set(key, found);
        return found;
      };
      // Page by page, so that no more of them than one page is ever held at once, however many reports there are.
      for (const { id } of periodsInside(window)) {
        let from: Item | undefined;
        do {
          const page = await deps.table.query({
            IndexName: 'gsi3',
            KeyConditionExpression: 'gsi3pk = :pk',
            ExpressionAttributeValues: { ':pk': periodPartition(id) },
            ...(from ? { ExclusiveStartKey: from } : {}),
          });
          for (const head of page.items.map(readHead)) {
            for (const numbers of shareOfHead(head, new Map()).sums.values())
              takeCoverage(of(head.actorId, head.focusArea), numbers, now);
          }
          from = page.lastKey;
        } while (from);
      }
      for (const { frequency, termStart, termEnd, actorId, initiativeId } of await allAgreements(deps.table)) {
        const runs = termStart <= window.end && termEnd >= window.start;
        const focusArea = library.initiatives.get(initiativeId)?.primaryFocusArea ?? '';
        if (runs && !fitsIn(frequency, termStart, termEnd, window)) of(actorId, focusArea).outside += 1;
      }
      const items = [...counts].map(([key, coverage]) => {
        const [actorId = '', focusArea = ''] = key.split('\n');
        return { actorId, focusArea, coverage };
      });
      return call.json({ period, items });
    },
  );
}
