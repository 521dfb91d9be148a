import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { invalidCursor, keysOf, KeysSchema, readCursor, writeCursor } from '../http/paging.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { namesOf } from '../people/names.ts';
import { ConditionFailed } from '../table/client.ts';
import { outboxPartition } from '../table/keys.ts';
import { moveWrite, outboxItem, readOutboxItem, type OutboxItem } from './outbox.ts';
import { OutboxAnswerSchema, OutboxPageSchema, OutboxQuerySchema } from './schemas.ts';

const CursorSchema = z.strictObject({ key: KeysSchema });
const placeNames = ['gsi2pk', 'gsi2sk', 'pk', 'sk'];

/** Letters that are to be sent, were, or could not be: what administrators see, and can try again. */
export function mountOutbox(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/notices/outbox',
      summary: 'Letters in a state, those that were given up unless another is asked for',
      action: 'outbox.read',
      query: OutboxQuerySchema,
      answer: OutboxPageSchema,
    },
    async (call) => {
      const { state, limit, cursor } = call.query;
      const pk = outboxPartition(state);
      const from = readCursor(cursor, CursorSchema, call.language)?.key;
      if (from && !isIn(pk, from)) throw invalidCursor(call.language);
      const { items, lastKey } = await deps.table.query({
        IndexName: 'gsi2',
        KeyConditionExpression: 'gsi2pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        // What is to come, the next first; what has been, the latest first.
        ScanIndexForward: state === 'waiting' || state === 'sending',
        Limit: limit,
        ...(from ? { ExclusiveStartKey: from } : {}),
      });
      const letters = items.map((item) => answerOf(readOutboxItem(item)));
      const people = await namesOf(
        deps,
        letters.map(({ personId }) => personId),
      );
      return call.json({ items: letters, people, nextCursor: lastKey ? writeCursor({ key: keysOf(lastKey) }) : null });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/notices/outbox/{id}/redrive',
      summary: 'Try a letter again that was given up',
      action: 'outbox.change',
      answer: OutboxAnswerSchema,
    },
    async (call) => {
      await call.readBody();
      const item = await outboxItem(deps.table, call.params['id'] ?? '');
      if (!item) throw new Refused('notFound');
      if (item.state !== 'dead') throw new Refused('wrongState', { state: item.state, states: ['dead'] });
      const again: OutboxItem = { ...item, state: 'waiting', at: deps.businessNow().toISOString(), attempts: 0 };
      const answer = answerOf(again);
      try {
        await deps.table.transact([moveWrite(deps, item, again), ...call.idempotency.remember(200, answer)]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        await call.idempotency.recallAgain();
        throw new Refused('wrongState', { state: 'waiting', states: ['dead'] });
      }
      return call.json(answer);
    },
  );
}

/** Whether a cursor's keys are a place in this list, and not changed on the way. */
const isIn = (pk: string, keys: Record<string, string>): boolean =>
  Object.keys(keys).sort().join() === placeNames.join() && Object.values(keys).every(Boolean) && keys['gsi2pk'] === pk;

const answerOf = (item: OutboxItem): z.infer<typeof OutboxAnswerSchema> => {
  const { id, kind, personId, state, day, at, createdAt, attempts, fault } = item;
  return OutboxAnswerSchema.parse({ id, kind, personId, state, day, at, createdAt, attempts, fault });
};
