import {
  ListedSchema,
  PublicStrategySchema,
  SnapshotSchema,
  WithdrawnSchema,
  type Listed,
  type PublicStrategy,
  type Snapshot,
  type Withdrawn,
} from '@insatskollen/shared/publications/snapshot.ts';
import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import {
  publicKey,
  publicListKey,
  publicListPartition,
  publicPartition,
  publicStrategyKey,
  publishedKey,
  publishedPartition,
} from '../table/keys.ts';

/** Everything that is read for anyone who is not signed in, and the writes that put it there. Nothing else of the table is asked. */

const ItemSchema = z.object({ json: z.string() });
const contentOf = (item: Item): unknown => JSON.parse(ItemSchema.parse(item).json);
const PublicSchema = z.union([SnapshotSchema, WithdrawnSchema]);
const StoredListedSchema = ListedSchema.extend({ withdrawn: z.boolean() });

export const isWithdrawn = (one: Snapshot | Withdrawn): one is Withdrawn => 'withdrawnAt' in one;

/** What is public of an area in a window: the snapshot, that it was withdrawn, or nothing. */
export async function publicOf(
  table: Table,
  areaId: string,
  window: string,
): Promise<Snapshot | Withdrawn | undefined> {
  const item = await table.get(publicKey(areaId, window));
  return item && PublicSchema.parse(contentOf(item));
}

/** All that is public of a window, without what was withdrawn. */
export async function publicIn(table: Table, window: string): Promise<Snapshot[]> {
  const items = await partition(table, publicPartition(window));
  const all = items.map((item) => PublicSchema.parse(contentOf(item)));
  return all.flatMap((one) => (isWithdrawn(one) ? [] : [one]));
}

/** Everything that is public, in a line each. */
export async function publicList(table: Table): Promise<Listed[]> {
  const items = await partition(table, publicListPartition);
  return items
    .map((item) => StoredListedSchema.parse(contentOf(item)))
    .flatMap(({ withdrawn, ...listed }) => (withdrawn ? [] : [listed]));
}

/** The areas by name; none before anything was published. */
export async function publicStrategy(table: Table): Promise<PublicStrategy> {
  const item = await table.get(publicStrategyKey);
  return item ? PublicStrategySchema.parse(contentOf(item)) : { strategicAreas: [] };
}

/** Every version that was ever published of an area and a window, oldest first. Not for anyone: what was withdrawn is in it. */
export async function publishedVersions(table: Table, areaId: string, window: string): Promise<Snapshot[]> {
  const items = await partition(table, publishedPartition(areaId, window));
  return items.map((item) => SnapshotSchema.parse(contentOf(item)));
}

const partition = (table: Table, pk: string): Promise<Item[]> =>
  table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
  });

const put = (key: { pk: string; sk: string }, content: object): TransactWrite => ({
  Put: { Item: { ...key, json: JSON.stringify(content) } },
});
const listed = (snapshot: Snapshot, withdrawn: boolean): object => {
  const { areaId, window, number, publishedAt, area, synthetic, assessment, text } = snapshot;
  const line: Listed = {
    ...{ areaId, window, number, publishedAt, synthetic, text },
    name: area.name,
    groupBy: area.groupBy,
    strategicId: area.strategic.id,
    direction: assessment?.direction ?? null,
  };
  return { ...line, ...(withdrawn ? { text: '', direction: null } : {}), withdrawn };
};

/** The writes that make a snapshot what anyone sees. A number that was published before is not written again. */
export function publishWrites(snapshot: Snapshot, strategy: PublicStrategy): TransactWrite[] {
  const { areaId, window, number } = snapshot;
  return [
    {
      Put: {
        Item: { ...publishedKey(areaId, window, number), json: JSON.stringify(snapshot) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    put(publicKey(areaId, window), snapshot),
    put(publicListKey(areaId, window), listed(snapshot, false)),
    put(publicStrategyKey, strategy),
  ];
}

/** The writes that leave nothing of a snapshot to see but that it was withdrawn, and when. */
export function withdrawWrites(snapshot: Snapshot, withdrawnAt: string): TransactWrite[] {
  const { areaId, window, number } = snapshot;
  const withdrawn: Withdrawn = { areaId, window, number, withdrawnAt };
  return [put(publicKey(areaId, window), withdrawn), put(publicListKey(areaId, window), listed(snapshot, true))];
}
