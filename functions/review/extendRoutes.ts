import { endOfDay } from '@insatskollen/shared/calendar/days.ts';
import { decideExtend, mayExtendTo } from '@insatskollen/shared/reports/decide.ts';
import { isLate } from '@insatskollen/shared/reports/head.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { checkMatch } from '../reports/request.ts';
import { ExtendedSchema, ExtendSchema } from '../reports/schemas.ts';
import { decidable, decide } from './decision.ts';

const notThatDay = {
  sv: 'Skriv en dag som kommer, och inte före den dag som är avtalad.',
  en: 'Give a day to come, and not before the agreed one.',
};

/** More time for one report, in its history as every transition is. */
export function mountExtensions(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/reports/{agreementId}/{period}/extend',
      summary: 'Gives a report that is not submitted more time, or a returned one more time to be answered',
      action: 'review.decide',
      body: ExtendSchema,
      answer: ExtendedSchema,
      ifMatch: true,
    },
    async (call) => {
      await decidable(deps, call);
      const { until: day, reason } = await call.readBody();
      const sent = call.ifMatch();
      const body = await decide(deps, call, async (head, by) => {
        await checkMatch(deps, { head, access: 'region' }, sent);
        const until = endOfDay(day);
        const after = decideExtend(head, { until, reason: reason.trim() }, by);
        if (!mayExtendTo(head, until, by.at))
          throw new Refused('invalid', {
            errors: [{ path: 'until', code: 'notAFutureDay', message: notThatDay[call.language] }],
          });
        const { state, dueAt, answerBy } = after;
        return {
          after,
          event: { type: 'extended', version: head.version || null, reason: `${day}: ${reason.trim()}` },
          body: { state, dueAt, answerBy, late: isLate(after, by.at) },
        };
      });
      return call.json(body);
    },
  );
}
