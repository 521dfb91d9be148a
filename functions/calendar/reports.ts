import { addDays, stockholmDay, type Day } from '@insatskollen/shared/calendar/days.ts';
import { readsForRegion, reportAccess } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import type { Deps } from '../deps.ts';
import { readHead } from '../reports/headStore.ts';
import { forPermission } from '../reports/load.ts';
import { libraryOf } from '../strategy/library.ts';
import { actorPartition } from '../table/keys.ts';

/** How long after its period a report can be due at most, extensions included: reports of older periods are not looked through. */
const MOST_DAYS_AFTER = 800;

/** The reports that have a day in the calendar among these days: each with whether its actor's side, or the region's, asks. */
export async function reportsWithDays(deps: Deps, person: Person, from: Day, to: Day): Promise<Head[]> {
  const { roles, actorIds } = person;
  const everything = readsForRegion(roles);
  if (!everything && !roles.includes('reporter')) return [];
  const actors = everything ? [...(await libraryOf(deps)).actors.keys()] : actorIds;
  const heads = await Promise.all(actors.map((actorId) => ofActor(deps, actorId, from, to)));
  return heads.flat();
}

async function ofActor(deps: Deps, actorId: string, from: Day, to: Day): Promise<Head[]> {
  const read = (first: string, last: string) =>
    deps.table.queryAll({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': actorPartition(actorId), ':first': first, ':last': last },
    });
  // Reports without days of their own (final ones) may begin with nothing.
  const [dated, undated] = await Promise.all([read(addDays(from, -MOST_DAYS_AFTER), `${to}$`), read('#', '$')]);
  return [...dated, ...undated]
    .map(readHead)
    .filter((head) => daysOf(head).some(({ day }) => day >= from && day <= to));
}

/** The days that a report has in the calendar: when it is due, and when it is to be answered while it is returned. */
export function daysOf({ dueAt, answerBy, state }: Head): { kind: 'deadline' | 'answer'; day: Day }[] {
  const due = { kind: 'deadline' as const, day: stockholmDay(new Date(dueAt)) };
  return state === 'returned' && answerBy !== null
    ? [due, { kind: 'answer', day: stockholmDay(new Date(answerBy)) }]
    : [due];
}

/** Whether the person may know how a report stands, or only that the agreement asks for it. */
export const knowsState = (person: Person, head: Head): boolean =>
  reportAccess(person, forPermission(head)) === 'actor' || reportAccess(person, forPermission(head)) === 'region';
