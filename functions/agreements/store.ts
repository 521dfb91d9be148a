import { AgreementSchema, type Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { Table } from '../table/client.ts';
import { agreementKey, libraryPartition } from '../table/keys.ts';

const contentOf = (content: unknown): Agreement =>
  AgreementSchema.parse(typeof content === 'string' ? JSON.parse(content) : content);

/** Every agreement as it is now, in the order that they were made. */
export async function allAgreements(table: Table): Promise<Agreement[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': libraryPartition('agreement') },
    ConsistentRead: true,
  });
  return items.map((item) => contentOf(item['content']));
}

/** One agreement as it is now. */
export async function agreementById(table: Table, id: string): Promise<Agreement | undefined> {
  const item = await table.get(agreementKey(id));
  return item && contentOf(item['content']);
}
