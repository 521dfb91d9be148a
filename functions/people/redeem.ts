import type { Deps } from '../deps.ts';
import { ConditionFailed } from '../table/client.ts';
import type { BrowserHere } from './callback.ts';
import { invitationKey, personKey } from '../table/keys.ts';
import { eventWrite } from './events.ts';
import { identityWrite } from './identities.ts';
import type { InvitationState } from './invitations.ts';
import { endSessionWrite, newSession } from './sessions.ts';

type ValidInvitation = Extract<InvitationState, { state: 'valid' }>;

/**
 * Uses up an invitation: binds the identity, ends whatever the person held before, and starts a session, all or nothing.
 * Returns the session's secret, or `undefined` when someone else was first (to the invitation or with the identity).
 */
export async function redeemInvitation(
  deps: Deps,
  invitation: ValidInvitation,
  identity: { issuer: string; subject: string },
  { sessionSecret, device }: Pick<BrowserHere, 'sessionSecret' | 'device'>,
): Promise<string | undefined> {
  const { secret, write } = newSession(deps, invitation.personId, invitation.generation + 1, device);
  const ends = sessionSecret ? [endSessionWrite(sessionSecret)] : [];
  try {
    await deps.table.transact([
      identityWrite(deps, invitation.personId, identity.issuer, identity.subject),
      {
        Update: {
          Key: invitationKey(invitation.hash),
          UpdateExpression: 'SET usedAt = :now',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
          ExpressionAttributeValues: { ':now': deps.systemNow().toISOString() },
        },
      },
      {
        Update: {
          Key: personKey(invitation.personId),
          UpdateExpression: 'SET generation = generation + :one, joinedAt = :now',
          ConditionExpression: 'active = :true AND generation = :generation',
          ExpressionAttributeValues: {
            ':one': 1,
            ':now': deps.systemNow().toISOString(),
            ':true': true,
            ':generation': invitation.generation,
          },
        },
      },
      eventWrite(deps, invitation.personId, invitation.personId, { what: 'identityBound' }),
      write,
      ...ends,
    ]);
    return secret;
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined;
    throw error;
  }
}
