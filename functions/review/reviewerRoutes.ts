import { decideGiveBack, decideTakeForReview } from '@insatskollen/shared/reports/decide.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { decidable, decide } from './decision.ts';

const at = '/reports/{agreementId}/{period}';
const ReviewerSchema = z.object({ reviewer: z.object({ personId: z.string(), since: z.string() }).nullable() });
const NoBodySchema = z.looseObject({});

/** Holding a report for review, which is optional and visible: while it is held only the holder decides. */
export function mountReviewer(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/reviewer`,
      summary: 'Takes a submitted report for review, from another coordinator too',
      action: 'review.decide',
      body: NoBodySchema,
      answer: ReviewerSchema,
    },
    async (call) => {
      await decidable(deps, call);
      await call.readBody();
      const body = await decide(deps, call, async (head, by) => {
        const after = decideTakeForReview(head, by);
        return {
          after,
          event: { type: 'reviewTaken', version: head.version, reason: null },
          body: { reviewer: after.reviewer },
        };
      });
      return call.json(body);
    },
  );
  mount(
    api,
    deps,
    {
      method: 'delete',
      path: `${at}/reviewer`,
      summary: 'Gives a report that one holds back to the queue',
      action: 'review.decide',
      answer: ReviewerSchema,
    },
    async (call) => {
      await decidable(deps, call);
      await call.readBody();
      const body = await decide(deps, call, async (head, by) => {
        const after = decideGiveBack(head, by);
        return {
          after,
          event: { type: 'reviewGivenBack', version: head.version, reason: null },
          body: { reviewer: null },
        };
      });
      return call.json(body);
    },
  );
}
