import { PersonSchema, type Person } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Item, Key, TransactWrite } from '../table/client.ts';
import { emailKey, peoplePartition, personKey } from '../table/keys.ts';

const StoredPersonSchema = PersonSchema.extend({
  /** Raised by every change that an administrator makes; the ETag. */
  version: z.coerce.number().int(),
  /** Sessions, tokens and invitations carry the generation they were made in: raising it ends them all, however many. */
  generation: z.coerce.number().int(),
  changedAt: z.string(),
  changedBy: z.string(),
  /** When they first signed in; `null` for one who has not yet. */
  joinedAt: z.string().nullable().default(null),
  /** Until when the latest invitation can be used. */
  invitedUntil: z.string().nullable().default(null),
});
export type StoredPerson = z.infer<typeof StoredPersonSchema>;

const BATCH = 100;
/** The set of active administrators, so that the last one cannot go, however many try at once. */
const adminsKey: Key = { pk: 'PEOPLE-ADMINS', sk: 'ADMINS' };

/** What the rest of the product may see of a person. */
export const personOf = ({ id, name, email, roles, actorIds, active }: Person): Person => ({
  id,
  name,
  email,
  roles,
  actorIds,
  active,
});

/** The person with this id, or `undefined`. */
export async function personById(deps: Deps, id: string): Promise<StoredPerson | undefined> {
  return parsed(await deps.table.get(personKey(id)));
}

/** The person with this e-mail address, whatever its case. For the region's own tools: it never signs anyone in. */
export async function personByEmail(deps: Deps, email: string): Promise<StoredPerson | undefined> {
  const item = await deps.table.get(emailKey(email));
  return item && personById(deps, z.object({ personId: z.string() }).parse(item).personId);
}

/** People by id, for names beside events; one request for a hundred. Ids that are not there are left out. */
export async function peopleByIds(deps: Deps, ids: readonly string[]): Promise<Map<string, Person>> {
  const wanted = [...new Set(ids)];
  const people = new Map<string, Person>();
  for (let from = 0; from < wanted.length; from += BATCH) {
    const items = await deps.table.getMany(wanted.slice(from, from + BATCH).map(personKey));
    for (const item of items) {
      const person = parsed(item);
      if (person) people.set(person.id, personOf(person));
    }
  }
  return people;
}

/** A page of everyone, in the order of their ids. `after` is the last id of the page before. */
export async function listPeople(
  deps: Deps,
  limit: number,
  after: string | undefined,
): Promise<{ people: StoredPerson[]; last: string | undefined }> {
  const { items, lastKey } = await deps.table.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': peoplePartition },
    ConsistentRead: true,
    Limit: limit,
    ...(after ? { ExclusiveStartKey: personKey(after) } : {}),
  });
  return {
    people: items.map((item) => StoredPersonSchema.parse(item)),
    last: lastKey ? String(lastKey['sk']) : undefined,
  };
}

/** The writes of a new person: none may hold the id or the address before. The address is the second write. */
export function newPersonWrites(
  deps: Deps,
  person: Person,
  by: string,
  invitedUntil: string | null = null,
): TransactWrite[] {
  const changedAt = deps.systemNow().toISOString();
  return [
    {
      Put: {
        Item: {
          ...personKey(person.id),
          ...personOf(person),
          version: 1,
          generation: 1,
          changedAt,
          changedBy: by,
          invitedUntil,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Put: {
        Item: { ...emailKey(person.email), personId: person.id },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...(isAdmin(person) ? [addAdmin(person.id)] : []),
  ];
}

/** The writes of a change, on condition that `before` is still so. Where there is a second, it is the one of the administrators. */
export function changedPersonWrites(deps: Deps, before: StoredPerson, after: Person, by: string): TransactWrite[] {
  const leaves = isAdmin(before) && !isAdmin(after);
  const joins = !isAdmin(before) && isAdmin(after);
  return [
    {
      Update: {
        Key: personKey(before.id),
        UpdateExpression:
          'SET #name = :name, #roles = :roles, actorIds = :actorIds, active = :active, version = :next, generation = generation + :raise, changedAt = :at, changedBy = :by',
        ConditionExpression: 'version = :version',
        ExpressionAttributeNames: { '#name': 'name', '#roles': 'roles' },
        ExpressionAttributeValues: {
          ':name': after.name,
          ':roles': after.roles,
          ':actorIds': after.actorIds,
          ':active': after.active,
          ':version': before.version,
          ':next': before.version + 1,
          ':raise': before.active && !after.active ? 1 : 0,
          ':at': deps.systemNow().toISOString(),
          ':by': by,
        },
      },
    },
    ...(leaves ? [removeAdmin(before.id)] : []),
    ...(joins ? [addAdmin(before.id)] : []),
  ];
}

const isAdmin = (person: Person): boolean => person.active && person.roles.includes('admin');

const addAdmin = (id: string): TransactWrite => ({
  Update: { Key: adminsKey, UpdateExpression: 'ADD ids :id', ExpressionAttributeValues: { ':id': new Set([id]) } },
});

const removeAdmin = (id: string): TransactWrite => ({
  Update: {
    Key: adminsKey,
    UpdateExpression: 'DELETE ids :id',
    ConditionExpression: 'size(ids) > :one',
    ExpressionAttributeValues: { ':id': new Set([id]), ':one': 1 },
  },
});

const parsed = (item: Item | undefined): StoredPerson | undefined =>
  item ? StoredPersonSchema.parse(item) : undefined;
