import { addDays, startOfDay, stockholmDay, type Day } from '@insatskollen/shared/calendar/days.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { listPeople, personOf } from '../people/store.ts';
import { metaKey } from '../table/keys.ts';
import { digestNow } from './compose.ts';
import { digestId, newItem, openWrite } from './outbox.ts';
import { allPreferences } from './preferencesStore.ts';

/** Digests are made from seven in the morning, in Stockholm. */
export const DIGESTS_AT_MS = 7 * 3_600_000;
/** What came in so many days before the first time, or while nothing ran, is still told of. */
const LOOKS_BACK_DAYS = 7;
const PAGE = 200;

const RunSchema = z.object({ day: z.string() });

/** Everyone who can be told anything. */
export async function activePeople(deps: Deps): Promise<Person[]> {
  const people: Person[] = [];
  let after: string | undefined;
  do {
    const page = await listPeople(deps, PAGE, after);
    people.push(...page.people.filter(({ active }) => active).map(personOf));
    after = page.last;
  } while (after !== undefined);
  return people;
}

/** The day that everyone was told of last, as seen on `day`. */
export async function toldUntil(deps: Deps, day: Day): Promise<Day> {
  const item = await deps.table.get(metaKey('notices'));
  const before = addDays(day, -1);
  const last = item ? RunSchema.parse(item).day : addDays(day, -LOOKS_BACK_DAYS);
  return last < before ? last : before;
}

/**
 * Puts a digest in the outbox for everyone who has something to be told of today. Does nothing before seven, nor a second time on
 * the same day; where it ended half way, it goes on and doubles nothing. Answers how many were to be told, if it ran.
 */
export async function openDigests(deps: Deps): Promise<number | undefined> {
  const now = deps.businessNow();
  const day = stockholmDay(now);
  if (now.getTime() < Date.parse(startOfDay(day)) + DIGESTS_AT_MS) return undefined;
  const item = await deps.table.get(metaKey('notices'));
  if (item && RunSchema.parse(item).day >= day) return undefined;
  const since = await toldUntil(deps, day);
  const preferencesOf = await allPreferences(deps.table);
  let opened = 0;
  for (const person of await activePeople(deps)) {
    const { digest } = await digestNow(deps, person, preferencesOf(person.id), { since, day });
    if (!digest) continue;
    const id = digestId(person.id, day);
    const at = now.toISOString();
    const letter = newItem(deps, { id, kind: 'digest', personId: person.id, day, since, at, written: null });
    await deps.table.transact([openWrite(letter)]);
    opened += 1;
  }
  await deps.table.put({ Item: { ...metaKey('notices'), day } });
  return opened;
}
