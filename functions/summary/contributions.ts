import { largest } from '@insatskollen/shared/decimal.ts';
import { EntrySchema } from '@insatskollen/shared/reports/answers.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import type { Numbers } from '@insatskollen/shared/summary/cells.ts';
import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { contributionKey, contributionPartition, contributionPeriod } from '../table/keys.ts';
import type { Contributor } from './change.ts';

/** One version in a book: what a figure is made of, with who approved it and when, and when it left. */
export const ContributionSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  periodEnd: z.string(),
  focusArea: z.string(),
  actorId: z.string(),
  initiativeId: z.string(),
  chain: z.string(),
  chainOrder: z.coerce.number(),
  version: z.coerce.number(),
  values: z.record(z.string(), EntrySchema),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  leftAt: z.string().nullable(),
  /** True while it goes on counting although its report was reopened for correction. */
  correcting: z.boolean(),
  /** The largest answers that it gives, by cell name, so that the next largest can be found without knowing the library. */
  maxima: z.object({ totals: z.record(z.string(), z.string()), parts: z.record(z.string(), z.string()) }),
});
export type Contribution = z.infer<typeof ContributionSchema>;

/** Whether a version counted in the official book at an instant. */
export const countedThen = ({ approvedAt, leftAt }: Contribution, asOf: string): boolean =>
  approvedAt !== null && approvedAt <= asOf && (leftAt === null || leftAt > asOf);

export const readContribution = (item: Item): Contribution => ContributionSchema.parse(item);

/** The row for a version in a book. */
export function contributionItem(
  book: Book,
  head: Head,
  row: Pick<Contribution, 'version' | 'values' | 'approvedAt' | 'approvedBy' | 'leftAt' | 'maxima'>,
): Item {
  const { agreementId, period, periodEnd, focusArea, actorId, initiativeId, chain, chainOrder } = head;
  const contribution: Contribution = {
    agreementId,
    period,
    periodEnd,
    focusArea,
    actorId,
    initiativeId,
    chain,
    chainOrder,
    correcting: false,
    ...row,
  };
  return { ...contributionKey(book, focusArea, periodEnd, period, agreementId, row.version), ...contribution };
}

/** A version leaves: its row stays in the official book for whoever asks for figures as of an earlier day. */
export function leaveContribution(
  book: Book,
  head: Pick<Head, 'focusArea' | 'periodEnd' | 'period' | 'agreementId'>,
  version: number,
  at: string,
): TransactWrite {
  const Key = contributionKey(book, head.focusArea, head.periodEnd, head.period, head.agreementId, version);
  if (book === 'preview') return { Delete: { Key } };
  return { Update: { Key, UpdateExpression: 'SET leftAt = :at', ExpressionAttributeValues: { ':at': at } } };
}

/** Marks, or no longer marks, a version that goes on counting while its report is corrected. */
export function markCorrecting(head: Head, version: number, correcting: boolean): TransactWrite {
  const Key = contributionKey('official', head.focusArea, head.periodEnd, head.period, head.agreementId, version);
  return {
    Update: { Key, UpdateExpression: 'SET correcting = :on', ExpressionAttributeValues: { ':on': correcting } },
  };
}

/** The largest answers of a period and area among everyone else's versions that count. */
export async function largestOfOthers(
  table: Table,
  book: Book,
  own: Contributor,
  room: 'totals' | 'parts',
): Promise<Numbers> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :period)',
    FilterExpression: 'leftAt = :null AND agreementId <> :own',
    ExpressionAttributeValues: {
      ':pk': contributionPartition(book, own.focusArea),
      ':period': contributionPeriod(own.periodEnd, own.period),
      ':null': null,
      ':own': own.agreementId,
    },
    ConsistentRead: true,
  });
  const maxima: Numbers = {};
  for (const item of items) {
    for (const [name, value] of Object.entries(readContribution(item).maxima[room])) {
      const known = maxima[name];
      maxima[name] = known === undefined ? value : largest(known, value);
    }
  }
  return maxima;
}

/** The largest answers of one version by room, flattened from its share. */
export const flatMaxima = (maxima: ReadonlyMap<string, Numbers>): Contribution['maxima'] => {
  const flat: Contribution['maxima'] = { totals: {}, parts: {} };
  for (const [at, numbers] of maxima) Object.assign(at.startsWith('totals/') ? flat.totals : flat.parts, numbers);
  return flat;
};
