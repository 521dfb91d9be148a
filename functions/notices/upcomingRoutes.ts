import { addDays, stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { awaitedBy, reminderDays } from '@insatskollen/shared/notices/reminders.ts';
import { reportersOf } from '@insatskollen/shared/notices/recipients.ts';
import { isLate, type Head } from '@insatskollen/shared/reports/head.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { readHead } from '../reports/headStore.ts';
import { libraryOf } from '../strategy/library.ts';
import { periodPartition } from '../table/keys.ts';
import { activePeople } from './daily.ts';
import { allPreferences } from './preferencesStore.ts';
import { reportsOf } from './reports.ts';
import { UndeliveredAnswerSchema, UpcomingAnswerSchema, UpcomingQuerySchema } from './schemas.ts';
import { allUndelivered } from './undelivered.ts';

const AHEAD_DAYS = 45;

/** What coordinators see before it happens: who will be reminded of what, and whose mail does not arrive. */
export function mountUpcoming(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/notices/upcoming',
      summary: 'Reports that are waited for, of one period or of all, and when who is reminded of them',
      action: 'notices.read',
      query: UpcomingQuerySchema,
      answer: UpcomingAnswerSchema,
    },
    async (call) => {
      const now = deps.businessNow();
      const today = stockholmDay(now);
      const until = addDays(today, AHEAD_DAYS);
      const [heads, everyone, preferencesOf, undelivered] = await Promise.all([
        awaitedReports(deps, call.query.period),
        activePeople(deps),
        allPreferences(deps.table),
        allUndelivered(deps),
      ]);
      const items = heads.flatMap((head) => {
        const days = reminderDays(head, addDays(today, -1), until);
        const late = isLate(head, now);
        // Without a period, only what somebody is reminded of soon.
        if (days.length === 0 && !late && call.query.period === undefined) return [];
        const { agreementId, period, actorId, initiativeId, state, dueAt, answerBy } = head;
        const personIds = reportersOf(actorId, everyone).map(({ id }) => id);
        return [{ agreementId, period, actorId, initiativeId, state, dueAt, answerBy, late, days, personIds }];
      });
      const told = new Set(items.flatMap(({ personIds }) => personIds));
      const people = everyone
        .filter(({ id }) => told.has(id))
        .map(({ id, name }) => {
          const failed = undelivered.find(({ personId }) => personId === id);
          return [
            id,
            {
              name,
              rhythm: preferencesOf(id).rhythm,
              undelivered: failed ? { at: failed.at, kind: failed.kind } : null,
            },
          ] as const;
        });
      return call.json({ until, items, people: Object.fromEntries(people) });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/notices/undelivered',
      summary: 'Reporters and others whose mail did not arrive',
      action: 'notices.read',
      answer: UndeliveredAnswerSchema,
    },
    async (call) => {
      const [failed, people] = await Promise.all([allUndelivered(deps), activePeople(deps)]);
      const items = failed.flatMap(({ personId, at, kind }) => {
        const person = people.find(({ id }) => id === personId);
        return person ? [{ personId, name: person.name, actorIds: person.actorIds, at, kind }] : [];
      });
      return call.json({ items });
    },
  );
}

async function awaitedReports(deps: Deps, period: string | undefined): Promise<Head[]> {
  const heads = period === undefined ? await ofAllActors(deps) : await ofPeriod(deps, period);
  const by = (head: Head) => awaitedBy(head) ?? '';
  return heads
    .filter((head) => awaitedBy(head) !== undefined)
    .sort((a, b) => by(a).localeCompare(by(b)) || a.agreementId.localeCompare(b.agreementId));
}

async function ofAllActors(deps: Deps): Promise<Head[]> {
  const actors = [...(await libraryOf(deps)).actors.keys()];
  return (await Promise.all(actors.map((actorId) => reportsOf(deps.table, actorId)))).flat();
}

async function ofPeriod(deps: Deps, period: string): Promise<Head[]> {
  const items = await deps.table.queryAll({
    IndexName: 'gsi3',
    KeyConditionExpression: 'gsi3pk = :pk',
    ExpressionAttributeValues: { ':pk': periodPartition(period) },
  });
  return items.map(readHead);
}
