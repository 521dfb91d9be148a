import { chainEvent, ReportEventSchema, type ReportEvent } from '@insatskollen/shared/reports/events.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { sha256 } from '../table/hash.ts';
import { eventKey, reportPartition } from '../table/keys.ts';

export const readEvent = (item: Item): ReportEvent => ReportEventSchema.parse(item);

/** The event that follows a head's latest one, chained to it by hash. */
export function nextEvent(
  head: Head,
  { type, at, personId, version, reason }: Pick<ReportEvent, 'type' | 'at' | 'personId' | 'version' | 'reason'>,
): ReportEvent {
  const event = { number: head.eventCount + 1, type, at, personId, version, reason, previousHash: head.eventHash };
  return chainEvent(event, { agreementId: head.agreementId, period: head.period }, sha256);
}

export const eventItem = (head: Head, event: ReportEvent): Item => ({
  ...eventKey(head.agreementId, head.period, event.number),
  ...event,
});

/** An event is written once and never again. */
export const putEvent = (head: Head, event: ReportEvent): TransactWrite => ({
  Put: { Item: eventItem(head, event), ConditionExpression: 'attribute_not_exists(pk)' },
});

/** What had happened to a report before one of its events, the first first. */
export async function eventsBefore(
  table: Table,
  { agreementId, period, number }: { agreementId: string; period: string; number: number },
): Promise<ReportEvent[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': reportPartition(agreementId, period),
      ':first': eventKey(agreementId, period, 0).sk,
      ':last': eventKey(agreementId, period, number - 1).sk,
    },
  });
  return items.map(readEvent);
}

/** What happened to a report last, if anything has. */
export async function lastEvent(
  table: Table,
  head: Pick<Head, 'agreementId' | 'period'>,
): Promise<ReportEvent | undefined> {
  const { items } = await table.query({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
    ExpressionAttributeValues: { ':pk': reportPartition(head.agreementId, head.period), ':event': 'EVENT#' },
    ScanIndexForward: false,
    Limit: 1,
    ConsistentRead: true,
  });
  return items.map(readEvent)[0];
}
