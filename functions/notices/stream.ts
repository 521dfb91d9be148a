import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { CommentSchema } from '@insatskollen/shared/comments/comment.ts';
import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { isUrgent, wants } from '@insatskollen/shared/notices/preferences.ts';
import { hearersOf, isTold, recipientsOf } from '@insatskollen/shared/notices/recipients.ts';
import { eventTypes } from '@insatskollen/shared/reports/events.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { eventsBefore } from '../reports/eventStore.ts';
import { readHead } from '../reports/headStore.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { commentOfEvent, headKey, reportOfEvent } from '../table/keys.ts';
import { activePeople, toldUntil } from './daily.ts';
import { commentNoticeWrite, noticeWrite } from './noticeStore.ts';
import { digestId, newItem, openWrite } from './outbox.ts';
import { allPreferences } from './preferencesStore.ts';

const text = z.object({ S: z.string() });
/** What every record has. What it is of is looked at before anything else in it: most hold what is none of ours to read. */
const RecordSchema = z.object({
  eventName: z.string(),
  dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ pk: text, sk: text }) }),
});
const EventSchema = z.object({
  dynamodb: z.object({
    NewImage: z.object({
      number: z.object({ N: z.string() }),
      type: z.object({ S: z.enum(eventTypes) }),
      personId: text,
    }),
  }),
});

/** Of a comment, who said it as what, of whom: what they said is not read. */
const CommentRecordSchema = z.object({
  dynamodb: z.object({
    NewImage: z.object({
      actorId: text,
      initiativeId: text,
      comment: z.object({ M: z.object({ by: text, role: z.object({ S: CommentSchema.shape.role }) }) }),
    }),
  }),
});

/** What the stream is answered: from where it has to deliver again. */
export interface Taken {
  batchItemFailures: { itemIdentifier: string }[];
}

/** What telling needs beside the rest. */
export type Telling = Deps & { collectSeconds: number };

/**
 * Takes a batch of the table's stream, in order, and keeps whom each event of a report, and each comment, is news to. A record may come twice, and is
 * then told once. At the first one that fails it stops: that one and what follows are delivered again.
 */
export async function takeRecords(deps: Telling, records: readonly unknown[]): Promise<Taken> {
  const everyone = onceOnly(() => Promise.all([activePeople(deps), allPreferences(deps.table)]));
  for (const record of records) {
    const { eventName, dynamodb } = RecordSchema.parse(record);
    const key = { pk: dynamodb.Keys.pk.S, sk: dynamodb.Keys.sk.S };
    const [report, comment] = [reportOfEvent(key), commentOfEvent(key)];
    if (eventName !== 'INSERT' || !(report ?? comment)) continue;
    try {
      if (comment) await tellOfComment(deps, comment, record, await everyone());
      if (!report) continue;
      const { number, type, personId } = EventSchema.parse(record).dynamodb.NewImage;
      const event = { ...report, type: type.S, number: Number(number.N), personId: personId.S };
      if (isTold(event.type)) await tell(deps, event, await everyone());
    } catch (error) {
      const { name, place } = kindAndPlace(error);
      console.error(JSON.stringify({ level: 'error', event: 'streamRecordFailed', name, place }));
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}

interface Happened {
  agreementId: string;
  period: string;
  type: (typeof eventTypes)[number];
  number: number;
  personId: string;
}
type Everyone = readonly [Awaited<ReturnType<typeof activePeople>>, Awaited<ReturnType<typeof allPreferences>>];

/** Keeps one event for everyone whom it is news to, and opens their digest of today if that was not sent: both or neither. */
async function tell(deps: Telling, event: Happened, [people, preferencesOf]: Everyone): Promise<void> {
  const { agreementId, period } = event;
  const item = await deps.table.get(headKey(agreementId, period));
  if (!item) return;
  const before = event.type === 'reviewTaken' ? await eventsBefore(deps.table, event) : [];
  for (const told of recipientsOf(event, readHead(item).actorId, people, before))
    await tellThem(deps, told, preferencesOf, (personId) =>
      noticeWrite(deps, personId, { kind: told.kind, agreementId, period, event: event.number }),
    );
}

/** Keeps a new comment for those who are told of it, as `tell` does an event. */
async function tellOfComment(
  deps: Telling,
  comment: NonNullable<ReturnType<typeof commentOfEvent>>,
  record: unknown,
  [people, preferencesOf]: Everyone,
): Promise<void> {
  const { actorId, initiativeId, comment: said } = CommentRecordSchema.parse(record).dynamodb.NewImage;
  const hearers = hearersOf({ by: said.M.by.S, role: said.M.role.S }, actorId.S, people);
  const of = { actorId: actorId.S, initiativeId: initiativeId.S };
  await tellThem(deps, { kind: 'commented', people: hearers }, preferencesOf, (personId) =>
    commentNoticeWrite(deps, personId, { ...comment, of }),
  );
}

/** Tells some of them, each by what they have chosen. */
async function tellThem(
  deps: Telling,
  told: ReturnType<typeof recipientsOf>[number],
  preferencesOf: Everyone[1],
  noticeFor: (personId: string) => TransactWrite,
): Promise<void> {
  const now = deps.businessNow();
  const day = stockholmDay(now);
  const since = await toldUntil(deps, day);
  const at = new Date(now.getTime() + deps.collectSeconds * 1_000).toISOString();
  for (const { id: personId } of told.people) {
    const preferences = preferencesOf(personId);
    if (!wants(preferences, told.kind)) continue;
    const today = preferences.rhythm === 'daily' || isUrgent(told.kind);
    const letter = { id: digestId(personId, day), kind: 'digest' as const, personId, day, since, at, written: null };
    try {
      await deps.table.transact([noticeFor(personId), ...(today ? [openWrite(newItem(deps, letter))] : [])]);
    } catch (error) {
      // It came before, and they have been told, or will be.
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
}

function onceOnly<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
