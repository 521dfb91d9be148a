import type { Person } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { personByEmail } from '../people/store.ts';
import { ConditionFailed } from '../table/client.ts';
import { undeliveredKey, undeliveredPartition } from '../table/keys.ts';
import { toldWrite } from './noticeStore.ts';
import { moveWrite, outboxItem } from './outbox.ts';

const KEPT_DAYS = 90;
const DAY_SECONDS = 86_400;

/** What SES tells of a letter: that it took it, that it arrived, or that it did not. Anything else in it is not looked at. */
const SesEventSchema = z.object({
  eventType: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject']),
  mail: z.object({
    timestamp: z.iso.datetime({ offset: true }),
    destination: z.array(z.string()),
    tags: z.record(z.string(), z.array(z.string())).optional(),
  }),
  bounce: z.object({ bounceType: z.string() }).optional(),
});
const NotificationSchema = z.object({ Sns: z.object({ Message: z.string() }) });

/** No such address, full or away for a while, marked as unwanted, or stopped by SES. */
export const undeliveredKinds = ['bounce', 'fullOrAway', 'complaint', 'rejected'] as const;
const UndeliveredSchema = z.object({ sk: z.string(), at: z.string(), kind: z.enum(undeliveredKinds) });
/** Whose mail did not arrive, when, and why. */
export interface Undelivered {
  personId: string;
  at: string;
  kind: (typeof undeliveredKinds)[number];
}

/** Takes a notification of SES, as it comes through SNS. The same one may come twice. */
export async function takeMailEvent(deps: Deps, notification: unknown): Promise<void> {
  const { Message } = NotificationSchema.parse(notification).Sns;
  const { eventType, mail, bounce } = SesEventSchema.parse(JSON.parse(Message));
  if (eventType === 'Send') return markSent(deps, mail.tags?.[OUTBOX_TAG]?.[0]);
  if (eventType === 'Delivery') return markArrived(deps, mail);
  const kind = kindOf(eventType, bounce?.bounceType);
  const expiresAtEpochSeconds = Math.floor(deps.systemNow().getTime() / 1000) + KEPT_DAYS * DAY_SECONDS;
  for (const person of await peopleAt(deps, mail.destination)) {
    const at = deps.businessNow().toISOString();
    const of = { mailAt: mail.timestamp, expiresAtEpochSeconds };
    await deps.table.put({ Item: { ...undeliveredKey(person.id), at, kind, ...of } });
  }
}

/**
 * A letter has arrived: what was sent to the same address before it and came back is forgotten. What was sent after it is not, since
 * what SES tells comes in any order, and nor is a letter that first arrived and then came back.
 */
async function markArrived(deps: Deps, { destination, timestamp }: { destination: string[]; timestamp: string }) {
  for (const person of await peopleAt(deps, destination)) {
    try {
      await deps.table.transact([
        {
          Delete: {
            Key: undeliveredKey(person.id),
            ConditionExpression: 'attribute_not_exists(pk) OR mailAt < :at',
            ExpressionAttributeValues: { ':at': timestamp },
          },
        },
      ]);
    } catch (error) {
      // A later letter came back, and that is what still is so.
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
}

/** Those of the product whose addresses these are. */
async function peopleAt(deps: Deps, addresses: readonly string[]): Promise<Person[]> {
  const found = await Promise.all(addresses.map((address) => personByEmail(deps, address)));
  return found.filter((person) => person !== undefined);
}

/** The tag that carries a letter's id through SES. */
export const OUTBOX_TAG = 'outbox';

function kindOf(eventType: 'Bounce' | 'Complaint' | 'Reject', bounceType: string | undefined): Undelivered['kind'] {
  if (eventType === 'Complaint') return 'complaint';
  if (eventType === 'Reject') return 'rejected';
  return bounceType === 'Permanent' ? 'bounce' : 'fullOrAway';
}

/** SES has a letter whose sender may have ended before they could say so: it is not to be sent again. */
async function markSent(deps: Deps, id: string | undefined): Promise<void> {
  const item = id === undefined ? undefined : await outboxItem(deps.table, id);
  if (item?.state !== 'sending') return;
  const sent = { ...item, state: 'sent' as const, at: deps.businessNow().toISOString(), mail: null };
  try {
    await deps.table.transact([
      moveWrite(deps, item, sent),
      ...item.told.map((sk) => toldWrite(item.personId, sk, item.id)),
    ]);
  } catch (error) {
    // The sender has said so itself meanwhile.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Everyone whose mail did not arrive the last time. */
export async function allUndelivered(deps: Pick<Deps, 'table' | 'systemNow'>): Promise<Undelivered[]> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    FilterExpression: 'expiresAtEpochSeconds > :now',
    ExpressionAttributeValues: {
      ':pk': undeliveredPartition,
      ':now': Math.floor(deps.systemNow().getTime() / 1000),
    },
  });
  return items.map((item) => {
    const { sk, at, kind } = UndeliveredSchema.parse(item);
    return { personId: sk, at, kind };
  });
}
