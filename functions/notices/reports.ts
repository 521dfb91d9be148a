import { endingSoon } from '@insatskollen/shared/notices/reminders.ts';
import type { Ending } from '@insatskollen/shared/notices/digest.ts';
import type { Naming } from '@insatskollen/shared/notices/words.ts';
import type { Day } from '@insatskollen/shared/calendar/days.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { readHead } from '../reports/headStore.ts';
import { libraryOf } from '../strategy/library.ts';
import type { Table } from '../table/client.ts';
import { actorPartition, headKey } from '../table/keys.ts';

const AT_ONCE = 100;

/** Every report of an actor, by its head alone: nobody is told anything of what is in it. */
export async function reportsOf(table: Table, actorId: string): Promise<Head[]> {
  const items = await table.queryAll({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :pk',
    ExpressionAttributeValues: { ':pk': actorPartition(actorId) },
  });
  return items.map(readHead);
}

/** Reports by name, those that are there. */
export async function reportsNamed(
  table: Table,
  named: readonly { agreementId: string; period: string }[],
): Promise<Head[]> {
  const keys = new Map(
    named.map(({ agreementId, period }) => [`${agreementId}#${period}`, headKey(agreementId, period)]),
  );
  const wanted = [...keys.values()];
  const heads: Head[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    for (const item of await table.getMany(wanted.slice(from, from + AT_ONCE))) if (item) heads.push(readHead(item));
  return heads;
}

/** The agreements whose end is told of on a day. */
export async function endingsOn(table: Table, since: Day, day: Day): Promise<Ending[]> {
  const agreements = await allAgreements(table);
  const followed = new Set(agreements.map(({ succeeds }) => succeeds));
  return agreements
    .filter(({ id, termEnd }) => endingSoon({ termEnd, hasSuccessor: followed.has(id) }, since, day) !== undefined)
    .map(({ id, actorId, initiativeId, termEnd }) => ({ agreementId: id, actorId, initiativeId, termEnd }));
}

/** What letters call actors and initiatives. */
export async function namingOf(deps: Deps): Promise<Naming> {
  const { actors, initiatives } = await libraryOf(deps);
  return {
    origin: deps.settings.origin,
    actor: (id) => actors.get(id)?.shortName ?? id,
    initiative: (id) => initiatives.get(id)?.title ?? id,
  };
}
