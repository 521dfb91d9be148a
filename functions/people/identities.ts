import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { TransactWrite } from '../table/client.ts';
import { identityKey, personKey } from '../table/keys.ts';
import { BY_SYSTEM, eventWrite } from './events.ts';
import { personById, type StoredPerson } from './store.ts';

const IdentitySchema = z.object({ personId: z.string() });

/** The person whom this identity at the provider is bound to. Nothing else signs anyone in. */
export async function personByIdentity(deps: Deps, issuer: string, subject: string): Promise<StoredPerson | undefined> {
  const item = await deps.table.get(identityKey(issuer, subject));
  return item && personById(deps, IdentitySchema.parse(item).personId);
}

/** The write that binds an identity to a person; it can be bound once. */
export function identityWrite(deps: Deps, personId: string, issuer: string, subject: string): TransactWrite {
  return {
    Put: {
      Item: { ...identityKey(issuer, subject), personId, boundAt: deps.systemNow().toISOString() },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** Binds an identity without an invitation, for loading; again for the same person does nothing. Throws when it is someone else's. */
export async function bindIdentity(deps: Deps, personId: string, issuer: string, subject: string): Promise<void> {
  const item = await deps.table.get(identityKey(issuer, subject));
  if (item) {
    if (IdentitySchema.parse(item).personId === personId) return;
    throw new Error('the identity is bound to another person');
  }
  await deps.table.transact([
    identityWrite(deps, personId, issuer, subject),
    {
      Update: {
        Key: personKey(personId),
        UpdateExpression: 'SET joinedAt = :now',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':now': deps.systemNow().toISOString() },
      },
    },
    eventWrite(deps, BY_SYSTEM, personId, { what: 'identityBound' }),
  ]);
}
