import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { sessionIndex, sessionKey } from '../table/keys.ts';
import { hashOf, newSecret } from './secrets.ts';
import { personById, type StoredPerson } from './store.ts';

const MINUTE = 60 * 1000;
const IDLE_LIMIT = 30 * MINUTE;
const ABSOLUTE_LIMIT = 12 * 60 * MINUTE;

const SessionSchema = z.object({
  /** Names the session without being its secret. */
  id: z.string().default(''),
  createdAt: z.iso.datetime().optional(),
  /** Browser and system, as `Firefox, Windows`. */
  device: z.string().nullable().default(null),
  personId: z.string(),
  generation: z.coerce.number().int(),
  idleEndsAt: z.iso.datetime(),
  absoluteEndsAt: z.iso.datetime(),
});

export interface Session extends z.infer<typeof SessionSchema> {
  hash: string;
}

/** The session with this secret and its person, or `undefined` when it has ended in any way. Does not extend it. */
export async function findSession(
  deps: Deps,
  secret: string,
): Promise<{ session: Session; person: StoredPerson } | undefined> {
  const hash = hashOf(secret);
  const item = await deps.table.get(sessionKey(hash));
  if (!item) return undefined;
  const session = { ...SessionSchema.parse(item), hash };
  if (isOver(session, deps.systemNow().getTime())) return undefined;
  const person = await personById(deps, session.personId);
  return person?.active && person.generation === session.generation ? { session, person } : undefined;
}

/** Moves the idle limit forward from now; `undefined` when the session ended meanwhile. */
export async function extendSession(deps: Deps, session: Session): Promise<Session | undefined> {
  const idleEndsAt = idleEnd(deps.systemNow().getTime(), session.absoluteEndsAt);
  try {
    await deps.table.transact([
      {
        Update: {
          Key: sessionKey(session.hash),
          UpdateExpression: 'SET idleEndsAt = :idleEndsAt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':idleEndsAt': idleEndsAt },
        },
      },
    ]);
    return { ...session, idleEndsAt };
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined;
    throw error;
  }
}

/** Extends a session that is in use; written at most once a minute, so that reading a page seldom costs a write. */
export async function extendUsedSession(deps: Deps, session: Session): Promise<Session | undefined> {
  const idleEndsAt = idleEnd(deps.systemNow().getTime(), session.absoluteEndsAt);
  return Date.parse(idleEndsAt) - Date.parse(session.idleEndsAt) < MINUTE ? session : extendSession(deps, session);
}

/** A new session for a person: its secret and the write that makes it. `generation` is the person's. */
export function newSession(
  deps: Deps,
  personId: string,
  generation: number,
  device: string | null = null,
): { secret: string; write: TransactWrite } {
  const secret = newSecret();
  const id = deps.newId();
  const now = deps.systemNow().getTime();
  const createdAt = new Date(now).toISOString();
  const absoluteEndsAt = new Date(now + ABSOLUTE_LIMIT).toISOString();
  const Item = {
    ...sessionKey(hashOf(secret)),
    ...sessionIndex(personId, createdAt, id),
    id,
    personId,
    generation,
    createdAt,
    device,
    idleEndsAt: idleEnd(now, absoluteEndsAt),
    absoluteEndsAt,
    expiresAtEpochSeconds: Math.ceil((now + ABSOLUTE_LIMIT) / 1000),
  };
  return { secret, write: { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } } };
}

/** Where a person is signed in now, oldest first. */
export async function sessionsOf(deps: Deps, personId: string): Promise<Session[]> {
  const [person, items] = await Promise.all([
    personById(deps, personId),
    deps.table.queryAll({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': sessionIndex(personId, '', '').gsi1pk },
    }),
  ]);
  const now = deps.systemNow().getTime();
  return items
    .map((item) => ({ ...SessionSchema.parse(item), hash: String(item['pk']).split('#')[1] ?? '' }))
    .filter((session) => person?.active && session.generation === person.generation && !isOver(session, now));
}

/** Ends a session that was listed, also one that has ended since. */
export const endSession = (deps: Deps, { hash }: Session): Promise<void> =>
  deps.table.transact([{ Delete: { Key: sessionKey(hash) } }]);

/** The write that ends a session, also one that is not there. */
export const endSessionWrite = (secret: string): TransactWrite => ({ Delete: { Key: sessionKey(hashOf(secret)) } });

const isOver = ({ idleEndsAt, absoluteEndsAt }: Session, now: number): boolean =>
  Math.min(Date.parse(idleEndsAt), Date.parse(absoluteEndsAt)) <= now;

function idleEnd(now: number, absoluteEndsAt: string): string {
  return new Date(Math.min(now + IDLE_LIMIT, Date.parse(absoluteEndsAt))).toISOString();
}
