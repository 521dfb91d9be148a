import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Caller } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { idempotencyKey } from '../table/keys.ts';
import type { TransactWrite } from '../table/client.ts';

const DAY_SECONDS = 24 * 60 * 60;
const KEY_CHARACTERS = 200;
const tooLong = { path: 'Idempotency-Key', code: 'tooLong' };
const words = { sv: `Högst ${KEY_CHARACTERS} tecken.`, en: `At most ${KEY_CHARACTERS} characters.` };

/** A request that was answered before: the same answer again. */
export class Replay extends Error {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
  constructor(status: number, body: string, headers: Record<string, string>) {
    super('replay');
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
  answer(): Response {
    const headers = { 'cache-control': 'no-store', ...this.headers };
    if (this.status === 204) return new Response(null, { status: 204, headers });
    return new Response(this.body, {
      status: this.status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }
}

/** The memory of one request's idempotency key (24 h, per person and path; only success is remembered). */
export interface Idempotency {
  /** Throws `Replay` when this was answered before, and 422 when the key was used for another body. */
  recall(bodyHash: string): Promise<void>;
  /** Looks again after a lost race: the winner may have been this very request. */
  recallAgain(): Promise<void>;
  /** The write that remembers the answer. */
  remember(status: number, body: unknown, headers?: Record<string, string>): TransactWrite[];
  /** As `remember`, without the answer's text: the route makes it anew. For drafts, whose text lies nowhere else. */
  rememberWithoutText(): TransactWrite[];
}

/** Thrown by `recall` where only the fact was remembered: the effect is done, answer with what is there now. */
export class AlreadyDone extends Error {}

const StoredSchema = z.object({
  bodyHash: z.string(),
  status: z.coerce.number(),
  body: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  expiresAtEpochSeconds: z.coerce.number(),
});

export function idempotencyFor(
  deps: Deps,
  caller: Caller,
  method: string,
  path: string,
  key: string | undefined,
  language: 'sv' | 'en',
): Idempotency {
  if (!key || method === 'GET') {
    return { recall: async () => {}, recallAgain: async () => {}, remember: () => [], rememberWithoutText: () => [] };
  }
  if (key.length > KEY_CHARACTERS) throw new Refused('invalid', { errors: [{ ...tooLong, message: words[language] }] });
  const at = idempotencyKey(caller.person.id, `${method} ${path}`, key);
  const nowSeconds = () => Math.floor(deps.systemNow().getTime() / 1000);
  let hash = '';
  const recall = async () => {
    const item = await deps.table.get(at);
    if (!item) return;
    const stored = StoredSchema.parse({
      ...item,
      status: Number(item['status']),
      expiresAtEpochSeconds: Number(item['expiresAtEpochSeconds']),
    });
    if (stored.expiresAtEpochSeconds <= nowSeconds()) return;
    if (stored.bodyHash !== hash) throw new Refused('keyReused');
    if (stored.body === null) throw new AlreadyDone('done before');
    throw new Replay(stored.status, stored.body, stored.headers);
  };
  const put = (status: number, body: string | null, headers: Record<string, string>): TransactWrite[] => [
    {
      Put: {
        Item: { ...at, bodyHash: hash, status, body, headers, expiresAtEpochSeconds: nowSeconds() + DAY_SECONDS },
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAtEpochSeconds <= :now',
        ExpressionAttributeValues: { ':now': nowSeconds() },
      },
    },
  ];
  return {
    recall: async (bodyHash) => {
      hash = bodyHash;
      await recall();
    },
    recallAgain: recall,
    remember: (status, body, headers = {}) => put(status, JSON.stringify(body), headers),
    rememberWithoutText: () => put(200, null, {}),
  };
}
