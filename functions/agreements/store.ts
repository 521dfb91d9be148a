import { AgreementSchema, type Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { agreementKey, libraryKey, libraryPartition, pairKey } from '../table/keys.ts';

/** What the table gives by their keys in one request. */
const MOST_AT_ONCE = 100;

/** Which version of its agreement each report is pinned to, by period: all the reports that the agreement asks for. */
export type Pins = Record<string, number>;

/** An agreement with its place in the list and the reports that it asks for. */
export interface StoredAgreement {
  agreement: Agreement;
  order: number;
  pins: Pins;
}

const StoredSchema = z.object({
  sk: z.string(),
  content: z.string().transform((text) => AgreementSchema.parse(JSON.parse(text))),
  pins: z.record(z.string(), z.coerce.number()),
});

function readStored(item: Item): StoredAgreement {
  const { sk, content, pins } = StoredSchema.parse(item);
  return { agreement: content, order: Number(sk.split('#')[0]), pins };
}

/** Every agreement as it is now with the reports that it asks for, in the order that they were made. */
export async function storedAgreements(table: Table): Promise<StoredAgreement[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': libraryPartition('agreement') },
    ConsistentRead: true,
  });
  return items.map(readStored);
}

/** Every agreement as it is now, in the order that they were made. */
export const allAgreements = async (table: Table): Promise<Agreement[]> =>
  (await storedAgreements(table)).map(({ agreement }) => agreement);

/** One agreement as it is now. */
export async function agreementById(table: Table, id: string): Promise<Agreement | undefined> {
  const item = await table.get(agreementKey(id));
  return item && readAgreement(item);
}

/** Some agreements as they are now, each once, those that are not there left out. */
export async function agreementsOf(table: Table, ids: readonly string[]): Promise<Agreement[]> {
  const keys = [...new Set(ids)].map(agreementKey);
  const found: Agreement[] = [];
  for (let from = 0; from < keys.length; from += MOST_AT_ONCE) {
    const items = await table.getMany(keys.slice(from, from + MOST_AT_ONCE));
    found.push(...items.flatMap((item) => (item ? readAgreement(item) : [])));
  }
  return found;
}

/** An agreement from the item that holds it as it is now. */
export const readAgreement = (item: Item): Agreement =>
  AgreementSchema.parse(JSON.parse(z.string().parse(item['content'])));

/** The items that hold an agreement as it is now: in the list with the reports that it asks for, and by itself. */
export function agreementItems({ agreement, order, pins }: StoredAgreement): Item[] {
  const content = JSON.stringify(agreement);
  return [
    { ...libraryKey('agreement', order, agreement.id), id: agreement.id, content, pins },
    { ...agreementKey(agreement.id), content },
  ];
}

/** How often agreements of one actor about one initiative have been written: they must never overlap, nor follow the same one. */
export async function pairRevision(table: Table, agreement: Agreement): Promise<number> {
  const item = await table.get(pairKey(agreement.actorId, agreement.initiativeId));
  return Number(item?.['revision'] ?? 0);
}

/** Raises that count, if it is still as read. */
export const raisePair = (agreement: Agreement, read: number): TransactWrite => ({
  Put: {
    Item: { ...pairKey(agreement.actorId, agreement.initiativeId), revision: read + 1 },
    ConditionExpression: read === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
    ...(read === 0 ? {} : { ExpressionAttributeValues: { ':read': read } }),
  },
});
