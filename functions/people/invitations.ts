import type { Person, Role } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { invitationKey, personKey } from '../table/keys.ts';
import { BY_SYSTEM, eventWrite, personChange, standingOf } from './events.ts';
import { PersonExists } from './people.ts';
import { hashOf, isSecret, newSecret } from './secrets.ts';
import { newPersonWrites, personByEmail, personById, type StoredPerson } from './store.ts';

const DAY = 24 * 60 * 60 * 1000;
const GOOD_FOR = 14 * DAY;
/** Kept a while longer, so that someone who comes late is told that it is too late. */
const REMEMBERED_FOR = 60 * DAY;

const InvitationSchema = z.object({
  personId: z.string(),
  generation: z.coerce.number().int(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().optional(),
});

/** A one-time link for one person. The address holds the secret and is shown once. */
export interface Invitation {
  url: string;
  expiresAt: string;
}

/** What goes into the same transaction, made once it is known until when the link is good. */
type AlsoWrite = (expiresAt: string) => TransactWrite[];

export type InvitationState =
  | { state: 'valid'; hash: string; personId: string; generation: number }
  | { state: 'unknown' | 'used' | 'expired' };

/** Creates a person with a first invitation, in one transaction. Throws `PersonExists` when the address is taken. */
export async function invitePerson(
  deps: Deps,
  person: Person,
  by: string,
  alsoWrite: AlsoWrite = () => [],
): Promise<Invitation> {
  const { invitation, write } = newInvitation(deps, person.id, 1, by);
  const event = eventWrite(deps, by, person.id, { what: 'invited', to: standingOf(person) });
  try {
    await deps.table.transact([
      ...newPersonWrites(deps, person, by, invitation.expiresAt),
      write,
      event,
      personChange(deps, { by, what: 'invited', version: 1, before: undefined, after: person }),
      ...alsoWrite(invitation.expiresAt),
    ]);
  } catch (error) {
    if (error instanceof ConditionFailed && error.failed.includes(1))
      throw new PersonExists('the address is taken', { cause: error });
    throw error;
  }
  return invitation;
}

/** Another link for someone who has lost theirs or has a new account; all their links end when one is used. */
export async function inviteAgain(
  deps: Deps,
  person: StoredPerson,
  by: string,
  alsoWrite: AlsoWrite = () => [],
): Promise<Invitation> {
  const { invitation, write } = newInvitation(deps, person.id, person.generation, by);
  await deps.table.transact([
    write,
    {
      Update: {
        Key: personKey(person.id),
        UpdateExpression: 'SET invitedUntil = :until',
        ConditionExpression: 'generation = :generation',
        ExpressionAttributeValues: { ':until': invitation.expiresAt, ':generation': person.generation },
      },
    },
    eventWrite(deps, by, person.id, { what: 'invitedAgain' }),
    ...alsoWrite(invitation.expiresAt),
  ]);
  return invitation;
}

/** An invitation from the command line. Someone who is there already gets a new link if their roles are those asked for; else throws. */
export async function createInvitation(
  deps: Deps,
  wanted: { email: string; name: string; roles: Role[]; actorIds: string[] },
): Promise<Invitation> {
  const existing = await personByEmail(deps, wanted.email);
  if (!existing) return invitePerson(deps, { ...wanted, id: deps.newId(), active: true }, BY_SYSTEM);
  if (!existing.active) throw new Error('Personens konto är avslutat. En administratör kan öppna det igen.');
  if (wanted.roles.some((role) => !existing.roles.includes(role))) {
    throw new Error('Personen finns redan, med andra roller. En administratör kan ändra dem.');
  }
  return inviteAgain(deps, existing, BY_SYSTEM);
}

/** What became of the invitation with this code. */
export async function findInvitation(deps: Deps, code: string): Promise<InvitationState> {
  return isSecret(code) ? findInvitationByHash(deps, hashOf(code)) : { state: 'unknown' };
}

export async function findInvitationByHash(deps: Deps, hash: string): Promise<InvitationState> {
  const item = await deps.table.get(invitationKey(hash));
  if (!item) return { state: 'unknown' };
  const invitation = InvitationSchema.parse(item);
  if (invitation.usedAt) return { state: 'used' };
  if (Date.parse(invitation.expiresAt) <= deps.systemNow().getTime()) return { state: 'expired' };
  const person = await personById(deps, invitation.personId);
  if (!person?.active || person.generation !== invitation.generation) return { state: 'used' };
  return { state: 'valid', hash, personId: person.id, generation: person.generation };
}

function newInvitation(
  deps: Deps,
  personId: string,
  generation: number,
  by: string,
): { invitation: Invitation; write: TransactWrite } {
  const code = newSecret();
  const now = deps.systemNow().getTime();
  const expiresAt = new Date(now + GOOD_FOR).toISOString();
  const Item = {
    ...invitationKey(hashOf(code)),
    personId,
    generation,
    createdBy: by,
    expiresAt,
    expiresAtEpochSeconds: Math.ceil((now + REMEMBERED_FOR) / 1000),
  };
  return {
    invitation: { url: `${deps.settings.origin}/api/auth/invitation?code=${code}`, expiresAt },
    write: { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } },
  };
}
