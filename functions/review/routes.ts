import { isDay, endOfDay } from '@insatskollen/shared/calendar/days.ts';
import { checkVersion, decideApprove, decideReopen, decideReturn } from '@insatskollen/shared/reports/decide.ts';
import { isPathIn } from '@insatskollen/shared/reports/paths.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import { termsOf } from '../agreements/termsStore.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { newRemarks, putRemark } from '../reports/remarkStore.ts';
import { ApprovedSchema, ApproveSchema, MovedSchema, ReopenSchema, ReturnSchema } from '../reports/schemas.ts';
import { rememberApproved } from '../reports/seriesStore.ts';
import { decidable, decide, given, moved } from './decision.ts';
import { valuesOf } from '../reports/versionStore.ts';

const at = '/reports/{agreementId}/{period}';

/** What a coordinator decides about a report. */
export function mountReview(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/approve`,
      summary: 'Approves a version: it counts in the figures from this instant',
      action: 'review.decide',
      body: ApproveSchema,
      answer: ApprovedSchema,
    },
    async (call) => {
      await decidable(deps, call);
      const { note, ...sent } = await call.readBody();
      const version = given(sent.version);
      const body = await decide(deps, call, async (head, by) => {
        const after = decideApprove(head, version, by);
        const values = (await valuesOf(deps.table, head, [version])).get(version) ?? {};
        return {
          after,
          event: { type: 'approved', version, reason: note?.trim() || null },
          body: { state: after.state, version, approvedAt: by.at.toISOString() },
          writes: [rememberApproved(head, values)],
        };
      });
      return call.json(body);
    },
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/return`,
      summary: 'Sends a version back with remarks pinned to fields, or a message',
      action: 'review.decide',
      body: ReturnSchema,
      answer: MovedSchema,
    },
    async (call) => {
      await decidable(deps, call);
      const { remarks, message, answerBy, ...sent } = await call.readBody();
      const version = given(sent.version);
      const body = await decide(deps, call, async (head, by) => {
        checkVersion(head, version);
        const terms = await termsOf(deps.table, head.agreementId, head.agreementVersion);
        const errors = remarks.flatMap(({ path }, n) =>
          isPathIn(terms, path)
            ? []
            : [{ path: `remarks.${n}.path`, code: 'unknownPath', message: unknownPath[call.language] }],
        );
        const due = answerBy === undefined ? undefined : dayOrInstant(answerBy);
        if (answerBy !== undefined && (due === undefined || Date.parse(due) <= by.at.getTime())) {
          errors.push({ path: 'answerBy', code: 'notAFutureDay', message: notAFutureDay[call.language] });
        }
        if (errors.length > 0) throw new Refused('invalid', { errors });
        const after = decideReturn(
          head,
          version,
          { remarks: remarks.length, message: message?.trim() || undefined, answerBy: due },
          by,
        );
        const on = { agreementId: head.agreementId, period: head.period, version };
        return {
          after,
          event: { type: 'returned', version, reason: message?.trim() || null },
          body: moved(after),
          writes: newRemarks(on, remarks).map((remark, n) => putRemark(on, n + 1, remark)),
        };
      });
      return call.json(body);
    },
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/reopen`,
      summary: 'Opens an approved report again; its numbers leave unless they are kept',
      action: 'review.decide',
      body: ReopenSchema,
      answer: MovedSchema,
    },
    async (call) => {
      await decidable(deps, call);
      const { reason, keepFigures, ...sent } = await call.readBody();
      const version = given(sent.version);
      const body = await decide(deps, call, async (head, by) => {
        const after = decideReopen(head, version, { reason, keepFigures: keepFigures ?? false }, by);
        return { after, event: { type: 'reopened', version, reason }, body: moved(after) };
      });
      return call.json(body);
    },
  );
}

const unknownPath = { sv: 'Det finns inget sådant fält i rapporten.', en: 'There is no such field in the report.' };
const notAFutureDay = {
  sv: 'Skriv en dag som kommer, som 2026-12-01.',
  en: 'Give a day to come, such as 2026-12-01.',
};

/** A day is until its end in Stockholm; an instant is itself. */
function dayOrInstant(text: string): string | undefined {
  if (isDay(text)) return endOfDay(text);
  return z.iso.datetime({ offset: true }).safeParse(text).success ? text : undefined;
}
