import type { Day } from '@insatskollen/shared/calendar/days.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { outboxIndex, outboxKey, outboxPartition } from '../table/keys.ts';

/**
 * Letters on their way. `waiting` is to be written and sent; `sending` is written and handed over, or was when whoever did it
 * ended; `sent` is taken over; `nothing` was there to tell; `dead` is given up until an administrator tries again.
 */
export const outboxStates = ['waiting', 'sending', 'sent', 'nothing', 'dead'] as const;

const MailSchema = z.object({
  id: z.string(),
  to: z.string(),
  replyTo: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
/** What a coordinator wrote, and the reports that it is about. */
const WrittenSchema = z.object({
  subject: z.string(),
  text: z.string(),
  by: z.string(),
  byName: z.string(),
  replyTo: z.string(),
  reports: z.array(z.object({ agreementId: z.string(), period: z.string() })),
});

const OutboxItemSchema = z.object({
  id: z.string(),
  kind: z.enum(['digest', 'letter']),
  personId: z.string(),
  /** The day that a digest is of, and the one that its person was told of last. */
  day: z.string(),
  since: z.string(),
  state: z.enum(outboxStates),
  /** When it is to be sent, or when whoever is sending it is taken to be gone, or when it came to its end. */
  at: z.string(),
  attempts: z.coerce.number().int(),
  revision: z.coerce.number().int(),
  createdAt: z.string(),
  subject: z.string().nullable(),
  /** Why the last try failed: a kind, never what was written. */
  fault: z.string().nullable(),
  /** The very letter, while it is on its way: it has to be the same when it is sent again. */
  mail: MailSchema.nullable(),
  /** Which of the person's notices it tells. */
  told: z.array(z.string()),
  written: WrittenSchema.nullable(),
});
export type OutboxItem = z.infer<typeof OutboxItemSchema>;

export const readOutboxItem = (item: Item): OutboxItem => OutboxItemSchema.parse(item);

/** How long a letter that has come to its end is remembered. */
const KEPT_DAYS = 90;
const DAY_SECONDS = 86_400;

export const newItem = (
  deps: Pick<Deps, 'businessNow'>,
  item: Pick<OutboxItem, 'id' | 'kind' | 'personId' | 'day' | 'since' | 'at' | 'written'>,
): OutboxItem => ({
  ...item,
  state: 'waiting',
  attempts: 0,
  revision: 1,
  createdAt: deps.businessNow().toISOString(),
  subject: item.written?.subject ?? null,
  fault: null,
  mail: null,
  told: [],
});

/** A person has one digest a day: its id says whose and which, so there cannot be a second. */
export const digestId = (personId: string, day: Day): string => `digest-${personId}-${day}`;

const placed = (item: OutboxItem): Item => ({
  ...outboxKey(item.id),
  ...outboxIndex(item.state, item.at, item.id),
  ...item,
});

/** Puts a letter in the outbox; one that is there already is left as it is. */
export function openWrite(item: OutboxItem): TransactWrite {
  const fields = Object.entries(placed(item)).filter(([name]) => name !== 'pk' && name !== 'sk');
  return {
    Update: {
      Key: outboxKey(item.id),
      UpdateExpression: `SET ${fields.map(([name]) => `#${name} = if_not_exists(#${name}, :${name})`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
    },
  };
}

/** Changes a letter in the outbox, if nobody has since it was read. */
export function moveWrite(deps: Pick<Deps, 'systemNow'>, before: OutboxItem, after: OutboxItem): TransactWrite {
  const ended = after.state === 'sent' || after.state === 'nothing';
  const expires = Math.floor(deps.systemNow().getTime() / 1000) + KEPT_DAYS * DAY_SECONDS;
  return {
    Put: {
      Item: {
        ...placed({ ...after, revision: before.revision + 1 }),
        ...(ended ? { expiresAtEpochSeconds: expires } : {}),
      },
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: { ':read': before.revision },
    },
  };
}

export async function outboxItem(table: Table, id: string): Promise<OutboxItem | undefined> {
  const item = await table.get(outboxKey(id));
  return item && readOutboxItem(item);
}

/** The ids of letters in a state whose time has come, the oldest first. */
export async function dueIn(table: Table, state: 'waiting' | 'sending', now: Date, most: number): Promise<string[]> {
  const { items } = await table.query({
    IndexName: 'gsi2',
    KeyConditionExpression: 'gsi2pk = :pk AND gsi2sk < :now',
    ExpressionAttributeValues: { ':pk': outboxPartition(state), ':now': `${now.toISOString()}$` },
    Limit: most,
  });
  return items.map((item) => readOutboxItem(item).id);
}
