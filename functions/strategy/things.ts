import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Item, Key, TransactWrite } from '../table/client.ts';
import { libraryKey, libraryPartition } from '../table/keys.ts';
import { withPlainNumbers } from '../table/numbers.ts';

/** The kinds of the library that people make and change. */
export type ThingKind = 'actor' | 'initiative' | 'indicator' | 'question' | 'questionSet';

/** A thing of the library as it lies in the table, read strongly. */
export interface StoredThing {
  key: Key;
  id: string;
  version: number;
  /** The thing itself, without its version. */
  content: object;
}

const ItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  id: z.string(),
  version: z.coerce.number().int().default(1),
  content: z.looseObject({}),
});

/** Every thing of a kind as it is now, by its id, in the library's order. */
export async function thingsOf(deps: Pick<Deps, 'table'>, kind: ThingKind): Promise<Map<string, StoredThing>> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': libraryPartition(kind) },
    ConsistentRead: true,
  });
  return new Map(items.map((item) => [String(item['id']), storedThing(item)]));
}

function storedThing(item: Item): StoredThing {
  const plain = withPlainNumbers(item);
  const { pk, sk, id, version, content } = ItemSchema.parse(plain);
  return { key: { pk, sk }, id, version, content };
}

/** The key of a thing that comes last among those that are there. */
export function keyAfter(things: ReadonlyMap<string, StoredThing>, kind: ThingKind, id: string): Key {
  const orders = [...things.values()].map(({ key }) => Number(key.sk.split('#')[0]));
  return libraryKey(kind, Math.max(-1, ...orders) + 1, id);
}

/** The write of a thing's next version: the first, or the one after `before`. */
export function thingWrite(key: Key, id: string, content: object, before: number | undefined): TransactWrite {
  const Item = { ...key, id, content: { ...content, id }, version: (before ?? 0) + 1 };
  return before === undefined
    ? { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } }
    : {
        Put: {
          Item,
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': before },
        },
      };
}
