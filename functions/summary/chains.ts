import { isOutsideWindows } from '@insatskollen/shared/calendar/periods.ts';
import { ValueSchema, type Entry } from '@insatskollen/shared/reports/answers.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Chain, StockEntry } from '@insatskollen/shared/summary/stock.ts';
import { z } from 'zod';
import type { Table, TransactWrite } from '../table/client.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { chainKey } from '../table/keys.ts';

const count = z.coerce.number();
const StoredChainSchema = z.object({
  revision: count,
  end: z.string(),
  entries: z.array(
    z.object({
      period: z.string(),
      periodEnd: z.string(),
      order: count,
      focusArea: z.string(),
      agreementId: z.string(),
      version: count,
      values: z.record(z.string(), ValueSchema),
    }),
  ),
  targets: z.array(
    z.object({ periodEnd: z.string(), order: count, focusArea: z.string(), targets: z.record(z.string(), z.string()) }),
  ),
});
export type StoredChain = z.infer<typeof StoredChainSchema>;

/** A chain's stock in one book, with the revision that a write must still find. */
export async function readChain(table: Table, chain: string, book: Book): Promise<StoredChain> {
  const item = await table.get(chainKey(chain, book));
  return item ? StoredChainSchema.parse(item) : { revision: 0, end: '', entries: [], targets: [] };
}

/** Writes a chain if nobody changed it since it was read. */
export function writeChain(chain: string, book: Book, read: StoredChain, next: Chain): TransactWrite {
  return {
    Put: {
      Item: { ...chainKey(chain, book), ...next, revision: read.revision + 1 },
      ConditionExpression: read.revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
      ...(read.revision === 0 ? {} : { ExpressionAttributeValues: { ':read': read.revision } }),
    },
  };
}

/** Whether a report is asked about any stock that counts. */
export const asksStock = (head: Head, indicators: ReadonlyMap<string, Indicator>): boolean =>
  !isOutsideWindows(head.period) && Object.keys(head.asked).some((id) => indicators.get(id)?.kind === 'stock');

/** The chain with this report's stock answers being exactly those of `values`, or none. */
export function withReport(
  chain: Chain,
  head: Head,
  counted: { version: number; values: Record<string, Entry> } | undefined,
  indicators: ReadonlyMap<string, Indicator>,
): Chain {
  const others = chain.entries.filter(
    (entry) => !(entry.agreementId === head.agreementId && entry.period === head.period),
  );
  const stock: StockEntry['values'] = {};
  for (const [id, entry] of Object.entries(counted?.values ?? {})) {
    if (entry.kind === 'value' && indicators.get(id)?.kind === 'stock') stock[id] = entry;
  }
  if (!counted || Object.keys(stock).length === 0) return { ...chain, entries: others };
  const { period, periodEnd, chainOrder: order, focusArea, agreementId } = head;
  return {
    ...chain,
    entries: [...others, { period, periodEnd, order, focusArea, agreementId, version: counted.version, values: stock }],
  };
}
