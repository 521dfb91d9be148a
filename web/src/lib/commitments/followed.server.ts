import type { Commitment } from '@insatskollen/shared/commitments/commitment.ts';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';

const FollowedSchema = z.object({
  items: z.array(
    z.object({
      at: z.number(),
      from: z.string(),
      to: z.string(),
      amount: z.object({ min: z.string(), max: z.string() }).nullable(),
      reports: z.object({ answered: z.number(), all: z.number() }),
      state: z.enum(['kept', 'notKept', 'above', 'underWay', 'unknown']),
    }),
  ),
});
type Followed = z.infer<typeof FollowedSchema>['items'][number];

/** A promise, and how far it is kept: `null` where nothing follows it, or not for this reader. */
export interface FollowedCommitment extends Pick<Commitment, 'text' | 'min' | 'max' | 'unit' | 'per'> {
  note?: string | null | undefined;
  followed: Followed | null;
  indicator: { id: string; name: string } | null;
}

type Written = Omit<FollowedCommitment, 'followed' | 'indicator'> & { indicatorId?: string | null | undefined };

/** Promises of an initiative or an agreement, each with how far it is kept, asked for only where some are `followed`. */
export async function readCommitments(
  event: ApiEvent,
  of: 'initiatives' | 'agreements',
  { id, commitments, followed }: { id: string; commitments: readonly Written[]; followed: boolean },
  nameOf: (indicatorId: string) => string,
): Promise<FollowedCommitment[]> {
  const asks = followed && commitments.some(({ indicatorId }) => indicatorId != null);
  const path = `/api/v1/${of}/${encodeURIComponent(id)}/commitments`;
  const items = asks ? orRefuse(event, await callApi(event, path, { schema: FollowedSchema })).items : [];
  return commitments.map(({ indicatorId, ...one }, at) => ({
    ...one,
    followed: items.find((each) => each.at === at) ?? null,
    indicator: indicatorId ? { id: indicatorId, name: nameOf(indicatorId) } : null,
  }));
}
