import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { recordIndex, recordKey, recordsPartition, type RecordKind } from '../table/keys.ts';
import { withPlainNumbers } from '../table/numbers.ts';

/** Something that people entered, as it lies in the table. */
interface Stored<Thing> {
  kind: RecordKind;
  schema: z.ZodType<Thing>;
}

const ItemSchema = z.object({ thing: z.looseObject({}) });
const thingIn = <Thing>({ schema }: Stored<Thing>, item: Item): Thing =>
  schema.parse(ItemSchema.parse(withPlainNumbers(item)).thing);

/** One by its id, read strongly. */
export async function recordOf<Thing>(table: Table, stored: Stored<Thing>, id: string): Promise<Thing | undefined> {
  const item = await table.get(recordKey(stored.kind, id));
  return item && thingIn(stored, item);
}

/** Those of some of a kind that there are; at most 100 are asked for. */
export async function recordsById<Thing>(
  table: Table,
  stored: Stored<Thing>,
  ids: readonly string[],
): Promise<Thing[]> {
  const items = await table.getMany([...new Set(ids)].map((id) => recordKey(stored.kind, id)));
  return items.flatMap((item) => (item ? [thingIn(stored, item)] : []));
}

/** All of a kind, or an actor's, whose day lies from `from` to `to`; the latest first. */
export async function recordsOf<Thing>(
  table: Table,
  stored: Stored<Thing>,
  { from = '', to = '9999-99-99', actorId }: { from?: string; to?: string; actorId?: string | undefined } = {},
): Promise<Thing[]> {
  const index = actorId === undefined ? 'gsi1' : 'gsi2';
  const items = await table.queryAll({
    IndexName: index,
    KeyConditionExpression: `${index}pk = :pk AND ${index}sk BETWEEN :from AND :to`,
    ExpressionAttributeValues: {
      ':pk': recordsPartition(stored.kind, actorId),
      // A `#` follows the day in a key, and `$` the `#`.
      ':from': from === '' ? '#' : from,
      ':to': `${to}$`,
    },
    ScanIndexForward: false,
  });
  return items.map((item) => thingIn(stored, item));
}

/** Where a thing lies: by its day, and with an actor's where it is about one. */
export interface Place {
  day: string;
  actorId: string | null;
}

/** The write of a thing's next version: the first, or the one after `before`. It fails when somebody else was first. */
export function recordWrite(
  kind: RecordKind,
  thing: { id: string; version: number },
  { day, actorId }: Place,
): TransactWrite {
  const { id, version } = thing;
  const Item = { ...recordKey(kind, id), ...recordIndex(kind, day, id, actorId), version, thing };
  return version === 1
    ? { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } }
    : {
        Put: {
          Item,
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': version - 1 },
        },
      };
}
