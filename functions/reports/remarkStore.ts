import type { Head } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { remarkKey } from '../table/keys.ts';

const RemarkSchema = z.object({
  id: z.string(),
  path: z.string(),
  text: z.string(),
  resolved: z.boolean(),
  answer: z.string().nullable(),
});
/** A remark pinned to a field of a returned version; `resolved` when the reporter has ticked it off. */
export type Remark = z.infer<typeof RemarkSchema>;

export const readRemark = (item: Item): Remark => RemarkSchema.parse(item);

interface On {
  agreementId: string;
  period: string;
  version: number;
}

/** Ids of remarks read `<version>-<number>`: they find the item and mean nothing else. */
const remarkId = (version: number, n: number): string => `${version}-${n}`;
export function parseRemarkId(id: string): { version: number; n: number } | undefined {
  const match = /^(\d{1,6})-(\d{1,6})$/.exec(id);
  return match ? { version: Number(match[1]), n: Number(match[2]) } : undefined;
}

export const remarkItem = (on: On, n: number, remark: Remark): Item => ({
  ...remarkKey(on.agreementId, on.period, on.version, n),
  ...remark,
});

/** The remarks of a return, as they are first written. */
export const newRemarks = (on: On, remarks: readonly { path: string; text: string }[]): Remark[] =>
  remarks.map(({ path, text }, n) => ({ id: remarkId(on.version, n + 1), path, text, resolved: false, answer: null }));

export const putRemark = (on: On, n: number, remark: Remark): TransactWrite => ({
  Put: { Item: remarkItem(on, n, remark), ConditionExpression: 'attribute_not_exists(pk)' },
});

/** Ticks a remark off, or not, with the reporter's answer. */
export const tickWrite = (on: On, n: number, tick: { resolved: boolean; answer: string | null }): TransactWrite => ({
  Update: {
    Key: remarkKey(on.agreementId, on.period, on.version, n),
    UpdateExpression: 'SET resolved = :resolved, answer = :answer',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':resolved': tick.resolved, ':answer': tick.answer },
  },
});

const AT_ONCE = 100;

/** The remarks of the latest return of each of many reports, in one request for every hundred remarks. */
export async function remarksOfMany(table: Table, heads: readonly Head[]): Promise<Map<Head, Remark[]>> {
  const remarks = new Map<Head, Remark[]>();
  const wanted = heads.flatMap((head) =>
    Array.from({ length: head.remarkCount }, (_, n) => ({
      head,
      key: remarkKey(head.agreementId, head.period, head.remarksOf ?? 0, n + 1),
    })),
  );
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const items = await table.getMany(some.map(({ key }) => key));
    for (const [n, { head }] of some.entries()) {
      const item = items[n];
      if (item) remarks.set(head, [...(remarks.get(head) ?? []), readRemark(item)]);
    }
  }
  return remarks;
}
