import { EntrySchema, type Entry } from '@insatskollen/shared/reports/answers.ts';
import type { EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { seriesKey, seriesPartition } from '../table/keys.ts';

const values = z.record(z.string(), EntrySchema);
const SeriesSchema = z.object({
  period: z.string(),
  agreementId: z.string(),
  /** Values of the latest submitted version. */
  latest: values,
  /** Values of the latest approved version: all that leaders may see. */
  approved: values.nullable(),
});
/** One report of a chain, as memory beside the fields of the next ones. */
type SeriesEntry = z.infer<typeof SeriesSchema>;

const keyOf = (head: Head) => seriesKey(head.chain, head.periodEnd, head.agreementId, head.period);

export const seriesItem = (head: Head, entry: Pick<SeriesEntry, 'latest' | 'approved'>): Item => ({
  ...keyOf(head),
  period: head.period,
  agreementId: head.agreementId,
  ...entry,
});

/** Remembers a submitted version's values, beside any approved ones. */
export const rememberLatest = (head: Head, latest: Record<string, Entry>): TransactWrite => ({
  Update: {
    Key: keyOf(head),
    UpdateExpression:
      'SET #period = :period, agreementId = :agreementId, latest = :latest, approved = if_not_exists(approved, :none)',
    ExpressionAttributeNames: { '#period': 'period' },
    ExpressionAttributeValues: {
      ':period': head.period,
      ':agreementId': head.agreementId,
      ':latest': latest,
      ':none': null,
    },
  },
});

/** Remembers that the latest version's values were approved. */
export const rememberApproved = (head: Head, approved: Record<string, Entry>): TransactWrite => ({
  Update: {
    Key: keyOf(head),
    UpdateExpression: 'SET approved = :approved',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':approved': approved },
  },
});

/** Earlier reports of the same chain, oldest first: at most the latest 40. `see` says which values the reader may have. */
export async function earlierReports(table: Table, head: Head, see: 'latest' | 'approved'): Promise<EarlierReport[]> {
  const { items } = await table.query({
    KeyConditionExpression: 'pk = :pk AND sk < :own',
    ExpressionAttributeValues: { ':pk': seriesPartition(head.chain), ':own': keyOf(head).sk },
    ScanIndexForward: false,
    Limit: 40,
  });
  return items
    .map((item) => SeriesSchema.parse(item))
    .flatMap((entry) => {
      const seen = entry[see];
      return seen ? [{ period: entry.period, agreementId: entry.agreementId, values: seen }] : [];
    })
    .reverse();
}

/** The latest approved values of every report of a chain that was ever approved, oldest first. */
export async function approvedOfChain(table: Table, chain: string): Promise<EarlierReport[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': seriesPartition(chain) },
  });
  return items.flatMap((item) => {
    const { period, agreementId, approved } = SeriesSchema.parse(item);
    return approved ? [{ period, agreementId, values: approved }] : [];
  });
}
