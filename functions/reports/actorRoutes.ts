import { decideRequestReopen, decideTickRemark } from '@insatskollen/shared/reports/decide.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { parseRemarkId, tickWrite } from './remarkStore.ts';
import { byCaller, ownReportOf } from './request.ts';
import { MovedSchema, ReceiptSchema, RemarkAnswerSchema, RequestReopenSchema, TickSchema } from './schemas.ts';
import { recall, submit } from './submit.ts';
import { writeTransition } from './transition.ts';
import { startOver } from '../table/startOver.ts';

const at = '/reports/{agreementId}/{period}';
const NoBodySchema = z.looseObject({});

/** What a reporter does with a report, apart from writing it. */
export function mountActorActions(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/submit`,
      summary: 'Submits the draft as a new version; answers with its receipt',
      action: 'report.write',
      body: NoBodySchema,
      answer: ReceiptSchema,
      ifMatch: true,
    },
    async (call) => {
      await ownReportOf(deps, call);
      await call.readBody();
      return call.json(await submit(deps, call, call.ifMatch()));
    },
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/recall`,
      summary: 'Takes a submitted report back, while nobody reviews it',
      action: 'report.write',
      body: NoBodySchema,
      answer: MovedSchema,
      ifMatch: true,
    },
    async (call) => {
      await ownReportOf(deps, call);
      await call.readBody();
      return call.json(await recall(deps, call, call.ifMatch()));
    },
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/request-reopen`,
      summary: 'Asks for an approved report to be opened again',
      action: 'report.write',
      body: RequestReopenSchema,
      answer: MovedSchema,
    },
    async (call) => {
      await ownReportOf(deps, call);
      const { reason } = await call.readBody();
      return startOver(
        async () => {
          const { head } = await ownReportOf(deps, call);
          const by = byCaller(deps, call);
          const after = decideRequestReopen(head, reason, by);
          const body = { state: after.state, version: after.version, answerBy: after.answerBy };
          const event = { type: 'reopenRequested' as const, version: head.version, reason };
          await writeTransition(deps, { before: head, after, by, event, writes: call.idempotency.remember(200, body) });
          return call.json(body);
        },
        () => call.idempotency.recallAgain(),
      );
    },
  );
  mount(
    api,
    deps,
    {
      method: 'put',
      path: `${at}/remarks/{id}`,
      summary: 'Ticks a remark off, with an answer if there is one to give',
      action: 'report.write',
      body: TickSchema,
      answer: RemarkAnswerSchema,
    },
    async (call) => {
      await ownReportOf(deps, call);
      const wanted = await call.readBody();
      return startOver(
        async () => {
          const opened = await ownReportOf(deps, call);
          const { head, remarks } = opened;
          const place = parseRemarkId(call.params['id'] ?? '');
          const remark = remarks.find((one) => one.id === call.params['id']);
          if (!place || !remark) throw new Refused('notFound');
          const ticked = { ...remark, resolved: wanted.resolved, answer: wanted.answer ?? null };
          const others = remarks.filter((one) => one !== remark && !one.resolved).length;
          const after = decideTickRemark(head, others + (ticked.resolved ? 0 : 1));
          await writeTransition(deps, {
            before: head,
            after,
            by: byCaller(deps, call),
            event: undefined,
            writes: [
              tickWrite({ ...head, version: place.version }, place.n, ticked),
              ...call.idempotency.remember(200, ticked),
            ],
          });
          return call.json(ticked);
        },
        () => call.idempotency.recallAgain(),
      );
    },
  );
}
