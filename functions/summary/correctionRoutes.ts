import { yearsOf } from '@insatskollen/shared/calendar/periods.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { pageOf } from '../http/paging.ts';
import { namesOf } from '../people/names.ts';
import { readEvent } from '../reports/eventStore.ts';
import { libraryOf } from '../strategy/library.ts';
import type { Table } from '../table/client.ts';
import { eventKey } from '../table/keys.ts';
import { correctionsOf, type LedgerCorrection } from './corrections.ts';
import { ledgerAfter } from './readCells.ts';
import { windowFrom } from './answer.ts';
import { CorrectionsQuerySchema, CorrectionsSchema } from './schemas.ts';

/** What changed a window's official figures between two instants: which report, what it moved, who did it, and why. */
export function mountCorrections(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/summary/corrections',
      summary: 'What changed the official figures of a window after an instant, with who and why',
      action: 'coverage.read',
      query: CorrectionsQuerySchema,
      answer: CorrectionsSchema,
    },
    async (call) => {
      const { from, to, since, until } = call.query;
      const window = windowFrom(from, to);
      const [library, agreements, ...years] = await Promise.all([
        libraryOf(deps),
        allAgreements(deps.table),
        ...yearsOf(window).map((year) => ledgerAfter(deps.table, year, since)),
      ]);
      const ledger = years.flat().filter(({ at }) => until === undefined || at <= until);
      const { items, nextCursor } = pageOf(correctionsOf(window, ledger), call);
      const events = await eventsOf(deps.table, items);
      const agreement = new Map(agreements.map((one) => [one.id, one]));
      return call.json({
        items: items.map(({ at, what, agreementId, period, version, added }, n) => {
          const of = agreement.get(agreementId);
          const area = of && library.initiatives.get(of.initiativeId)?.primaryFocusArea;
          return {
            at,
            what,
            agreementId,
            period,
            version,
            actorId: of?.actorId ?? '',
            initiativeId: of?.initiativeId ?? '',
            focusArea: area ?? '',
            by: events[n]?.personId ?? null,
            reason: events[n]?.reason ?? null,
            // A sum of unique people is the end of a range: what it moved says little.
            added: Object.fromEntries(
              Object.entries(added).filter(([id]) => library.indicators.get(id)?.kind === 'flow'),
            ),
          };
        }),
        nextCursor,
        people: await namesOf(
          deps,
          events.map((event) => event?.personId),
        ),
      });
    },
  );
}

const MOST_KEYS = 100;

async function eventsOf(table: Table, corrections: readonly LedgerCorrection[]) {
  const keys = corrections.map(({ agreementId, period, event }) => eventKey(agreementId, period, event));
  const parts = Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, n) =>
    table.getMany(keys.slice(n * MOST_KEYS, (n + 1) * MOST_KEYS)),
  );
  return (await Promise.all(parts)).flat().map((item) => item && readEvent(item));
}
