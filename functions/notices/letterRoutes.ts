import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { reportersOf } from '@insatskollen/shared/notices/recipients.ts';
import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import { isLate, type Head } from '@insatskollen/shared/reports/head.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { ConditionFailed } from '../table/client.ts';
import { activePeople } from './daily.ts';
import { newItem, openWrite } from './outbox.ts';
import { reportsNamed } from './reports.ts';
import { LetterAnswerSchema, LetterBodySchema } from './schemas.ts';

/** As many as fit in the one transaction that puts them all in the outbox. */
const MOST_PEOPLE = 90;
const words = {
  notLate: { sv: 'Rapporten finns inte, eller är inte sen längre.', en: 'The report is not there, or no longer late.' },
  nobody: {
    sv: 'Ingen med konto rapporterar för de här aktörerna.',
    en: 'Nobody with an account reports for these actors.',
  },
  tooMany: {
    sv: `Det blir fler än ${MOST_PEOPLE} personer. Välj färre rapporter.`,
    en: `That is more than ${MOST_PEOPLE} people. Choose fewer reports.`,
  },
};

/** Writing to those whose reports are late: one letter a person, however many of their reports are. */
export function mountLetters(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/notices/letters',
      summary: 'Write to those who report for late reports',
      action: 'notices.send',
      body: LetterBodySchema,
      answer: LetterAnswerSchema,
      status: 201,
    },
    async (call) => {
      const { subject, text, reports } = await call.readBody();
      const now = deps.businessNow();
      const refuse = (...errors: Fault[]) => new Refused('invalid', { errors });
      const fault = (path: string, code: keyof typeof words): Fault => ({
        path,
        code,
        message: words[code][call.language],
      });
      const heads = await reportsNamed(deps.table, reports);
      const faults = reports.flatMap((named, n) => {
        const head = heads.find((one) => one.agreementId === named.agreementId && one.period === named.period);
        return head && isLate(head, now) ? [] : [fault(`reports.${n}`, 'notLate')];
      });
      if (faults.length > 0) throw refuse(...faults);
      const everyone = await activePeople(deps);
      const people = [...new Set(heads.flatMap(({ actorId }) => reportersOf(actorId, everyone)))];
      if (people.length === 0) throw refuse(fault('reports', 'nobody'));
      if (people.length > MOST_PEOPLE) throw refuse(fault('reports', 'tooMany'));
      const { id: by, name: byName, email: replyTo } = call.caller.person;
      const day = stockholmDay(now);
      const letter = deps.newId();
      const writes = people.map((person) => {
        const own = heads.filter(({ actorId }) => person.actorIds.includes(actorId)).map(nameOf);
        const written = { subject, text, by, byName, replyTo, reports: own };
        const id = `letter-${letter}-${person.id}`;
        const at = now.toISOString();
        return openWrite(newItem(deps, { id, kind: 'letter', personId: person.id, day, since: day, at, written }));
      });
      const answer = { items: people.map(({ id, name }) => ({ personId: id, name })) };
      try {
        await deps.table.transact([...writes, ...call.idempotency.remember(201, answer)]);
      } catch (error) {
        if (error instanceof ConditionFailed) await call.idempotency.recallAgain();
        throw error;
      }
      return call.json(answer, { status: 201 });
    },
  );
}

const nameOf = ({ agreementId, period }: Head) => ({ agreementId, period });
