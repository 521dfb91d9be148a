import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { CommitmentSchema } from '@insatskollen/shared/initiatives/commitment.ts';
import { fulfilmentOf, windowFor } from '@insatskollen/shared/initiatives/fulfilment.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { libraryOf } from '../strategy/library.ts';
import { reportsOfInitiative } from './promisedReports.ts';

const AnswerSchema = z.object({
  items: z.array(
    z.object({
      /** Place of the promise among the initiative's `quantifiedCommitments`. */
      at: z.number().int(),
      from: z.string(),
      to: z.string(),
      amount: z.object({ min: z.string(), max: z.string() }).nullable(),
      reports: z.object({ answered: z.number().int(), all: z.number().int() }),
      state: z.enum(['kept', 'notKept', 'above', 'underWay', 'unknown']),
    }),
  ),
});
const StoredSchema = z.array(CommitmentSchema).catch([]);

/** How far an initiative's promises are kept, by what is approved. For those who see every actor's figures. */
export function mountCommitments(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/initiatives/{id}/commitments',
      summary:
        'How far the promises of an initiative are kept, by official reports; those without an indicator are left out',
      action: 'coverage.read',
      answer: AnswerSchema,
    },
    async (call) => {
      const library = await libraryOf(deps);
      const initiative = library.initiatives.get(call.params['id'] ?? '');
      if (!initiative) throw new Refused('notFound');
      const commitments = StoredSchema.parse(initiative['quantifiedCommitments']);
      const agreements = await allAgreements(deps.table);
      const reports = commitments.some(({ indicatorId }) => indicatorId !== null)
        ? await reportsOfInitiative(deps.table, agreements, initiative.id)
        : [];
      const today = stockholmDay(deps.businessNow());
      const starts = agreements.filter((one) => one.initiativeId === initiative.id).map(({ termStart }) => termStart);
      const firstDay = [today, ...starts].sort()[0] ?? today;
      const items = commitments.flatMap((commitment, at) => {
        const { indicatorId, per } = commitment;
        const indicator = indicatorId === null ? undefined : library.indicators.get(indicatorId);
        const window = windowFor(per, today, firstDay);
        if (!indicator || !window) return [];
        const answers = reports.map(({ values, ...report }) => ({ ...report, answer: values?.[indicator.id] }));
        const { amount, reports: counted, state } = fulfilmentOf(commitment, indicator.kind, answers, window, today);
        return [{ at, from: window.from, to: window.to, amount, reports: counted, state }];
      });
      return call.json({ items });
    },
  );
}
