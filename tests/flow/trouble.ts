import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Send } from '@insatskollen/functions/table/client.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export type Chance = () => number;
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const failure = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more });

/** What DynamoDB says when another transaction has the item: in a transaction by reason, to a single write by name. */
const conflict = (command: unknown) =>
  command instanceof TransactWriteCommand
    ? failure('TransactionCanceledException', {
        CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
        $metadata: { httpStatusCode: 400 },
      })
    : failure('TransactionConflictException', { $metadata: { httpStatusCode: 400 } });

const throttled = () => failure('ThrottlingException', { $metadata: { httpStatusCode: 400 } });
/** The connection broke: before the request came there, or after it was done and before the answer came back. */
const broken = () => failure('Error', { code: 'ECONNRESET' });
const timedOut = () => failure('TimeoutError');

const isWrite = (command: unknown) => command instanceof TransactWriteCommand || command instanceof PutCommand;

/**
 * A way to the table that fails as the cloud does, now and then: conflicts, throttling, requests that never came there, and
 * answers lost after the write was done. `rate` is how many of all requests meet with one.
 */
export const troubled =
  (rate: number, roll: Chance) =>
  (send: Send): Send =>
  async (command) => {
    const met = roll() < rate;
    const kind = roll();
    // A little waiting, so that requests under way at once come there in ever new orders.
    for (let turns = Math.floor(roll() * 4); turns > 0; turns--) await new Promise((done) => setImmediate(done));
    if (!met) return send(command);
    if (kind < 0.25) throw throttled();
    if (kind < 0.4) throw broken();
    if (!isWrite(command)) throw throttled();
    if (kind < 0.65) throw conflict(command);
    await send(command);
    throw kind < 0.8 ? broken() : timedOut();
  };
