import { HeadSchema, type Head } from '@insatskollen/shared/reports/head.ts';
import type { Item, TransactWrite } from '../table/client.ts';
import { actorIndex, headKey, periodIndex, reopenIndex, submittedIndex } from '../table/keys.ts';

export const readHead = (item: Item): Head => HeadSchema.parse(item);

/** A head with its keys and the indexes that its state puts it in: only what is submitted waits for review, or asks to be corrected. */
export function headItem(head: Head): Item {
  const { agreementId, period } = head;
  return {
    ...headKey(agreementId, period),
    ...actorIndex(head.actorId, head.periodEnd, agreementId, period),
    ...periodIndex(period, agreementId),
    ...(head.state === 'submitted' && head.submittedAt ? submittedIndex(head.submittedAt, agreementId, period) : {}),
    ...(head.reopenRequest ? reopenIndex(head.reopenRequest.at, agreementId, period) : {}),
    ...head,
  };
}

/** Replaces a head if nobody has since it was read. */
export const putHead = (read: Head, next: Head): TransactWrite => ({
  Put: {
    Item: headItem(next),
    ConditionExpression: 'revision = :read',
    ExpressionAttributeValues: { ':read': read.revision },
  },
});
