import { noticeKinds, type NoticeKind } from '@insatskollen/shared/notices/preferences.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Key, Table, TransactWrite } from '../table/client.ts';
import { commentNoticeKey, noticeKey, noticePartition, type About } from '../table/keys.ts';

/** Longer than a stream can deliver anything again, or a letter be tried. */
const KEPT_DAYS = 120;
const DAY_SECONDS = 86_400;

const StoredSchema = z.object({
  sk: z.string(),
  kind: z.enum(noticeKinds),
  agreementId: z.string(),
  /** None for what is about an agreement and no one report of it. */
  period: z.string().nullable(),
  /** Of a comment: whose it is about. */
  of: z.object({ actorId: z.string(), initiativeId: z.string() }).optional(),
  toldIn: z.string().optional(),
});
/** Something that somebody has not been told of yet. `sk` names it among theirs. */
export type StoredNotice = z.infer<typeof StoredSchema>;

/** Keeps that somebody is to be told of an event. It fails when that was kept before, told or not. */
export function noticeWrite(
  deps: Pick<Deps, 'systemNow'>,
  personId: string,
  { kind, agreementId, period, event }: { kind: NoticeKind; agreementId: string; period: string; event: number },
): TransactWrite {
  return untoldWrite(deps, noticeKey(personId, agreementId, period, event), { kind, agreementId, period });
}

/** As `noticeWrite`, of a comment. */
export const commentNoticeWrite = (
  deps: Pick<Deps, 'systemNow'>,
  personId: string,
  { id, about, of }: { id: string; about: About; of: NonNullable<StoredNotice['of']> },
): TransactWrite => untoldWrite(deps, commentNoticeKey(personId, id), { kind: 'commented', ...about, of });

function untoldWrite(
  deps: Pick<Deps, 'systemNow'>,
  key: Key,
  told: Omit<StoredNotice, 'sk' | 'toldIn'>,
): TransactWrite {
  return {
    Put: {
      Item: {
        ...key,
        ...told,
        expiresAtEpochSeconds: Math.floor(deps.systemNow().getTime() / 1000) + KEPT_DAYS * DAY_SECONDS,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** What somebody has not been told of yet, in no order. */
export async function untold(table: Table, personId: string): Promise<StoredNotice[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    FilterExpression: 'attribute_not_exists(toldIn)',
    ExpressionAttributeValues: { ':pk': noticePartition(personId) },
    ConsistentRead: true,
  });
  return items.map((item) => StoredSchema.parse(item));
}

/** Marks something as told in a letter. */
export const toldWrite = (personId: string, sk: string, letterId: string): TransactWrite => ({
  Update: {
    Key: { pk: noticePartition(personId), sk },
    UpdateExpression: 'SET toldIn = :letter',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':letter': letterId },
  },
});
