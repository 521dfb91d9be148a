import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { Day } from '@insatskollen/shared/calendar/days.ts';
import type { Commitment } from '@insatskollen/shared/commitments/commitment.ts';
import { fulfilmentOf, windowFor } from '@insatskollen/shared/commitments/fulfilment.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { z } from 'zod';
import type { Table } from '../table/client.ts';
import { reportsOfAgreements } from './promisedReports.ts';

export const FollowedSchema = z.object({
  items: z.array(
    z.object({
      /** Place of the promise among those that it stands with. */
      at: z.number().int(),
      from: z.string(),
      to: z.string(),
      amount: z.object({ min: z.string(), max: z.string() }).nullable(),
      reports: z.object({ answered: z.number().int(), all: z.number().int() }),
      state: z.enum(['kept', 'notKept', 'above', 'underWay', 'unknown']),
    }),
  ),
});
type Followed = z.infer<typeof FollowedSchema>;

/**
 * How far promises are kept by the official reports of the agreements that they are about, `own` among `all`. Those without an indicator are left
 * out. They are looked at as of `day`: years and quarters are those that run, or are over, then.
 */
export async function followCommitments(
  table: Table,
  commitments: readonly Commitment[],
  { own, all }: { own: readonly Agreement[]; all: readonly Agreement[] },
  indicators: ReadonlyMap<string, Indicator>,
  { today, day }: { today: Day; day: Day },
): Promise<Followed> {
  if (commitments.every(({ indicatorId }) => indicatorId === null)) return { items: [] };
  const reports = await reportsOfAgreements(table, own, all);
  const firstDay = own.reduce((first, { termStart }) => (termStart < first ? termStart : first), day);
  const items = commitments.flatMap((commitment, at) => {
    const { indicatorId, per } = commitment;
    const indicator = indicatorId === null ? undefined : indicators.get(indicatorId);
    const window = windowFor(per, day, firstDay);
    if (!indicator || !window) return [];
    const answers = reports.map(({ values, ...report }) => ({ ...report, answer: values?.[indicator.id] }));
    const { amount, reports: counted, state } = fulfilmentOf(commitment, indicator.kind, answers, window, today);
    return [{ at, from: window.from, to: window.to, amount, reports: counted, state }];
  });
  return { items };
}
