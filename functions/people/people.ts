import type { Person } from '@insatskollen/shared/people/person.ts';
import type { Deps } from '../deps.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { BY_SYSTEM, eventWrite, personChange, standingOf } from './events.ts';
import { changedPersonWrites, newPersonWrites, type StoredPerson } from './store.ts';

/** Someone has this e-mail address already, or this id. */
export class PersonExists extends Error {}

/** Creates a person without an invitation. With `keepExisting`, one who is there already is left as they are. Throws `PersonExists`. */
export async function createPerson(
  deps: Deps,
  person: Person,
  options: { by?: string; keepExisting?: boolean } = {},
): Promise<void> {
  const by = options.by ?? BY_SYSTEM;
  const event = eventWrite(deps, by, person.id, { what: 'created', to: standingOf(person) });
  try {
    await deps.table.transact([...newPersonWrites(deps, person, by), event]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    if (!options.keepExisting) throw new PersonExists('the person or the address is there already', { cause: error });
  }
}

/**
 * Changes name, roles, actors or whether someone is active; deactivation ends their sessions, tokens and invitations at once.
 * `alsoWrite` goes into the same transaction.
 */
export async function changePerson(
  deps: Deps,
  before: StoredPerson,
  after: Person,
  { by, reason }: { by: string; reason: string | null },
  alsoWrite: TransactWrite[],
): Promise<'changed' | 'stale' | 'lastAdmin'> {
  const writes = changedPersonWrites(deps, before, after, by);
  const event = eventWrite(deps, by, before.id, {
    what: 'changed',
    nameChanged: before.name !== after.name,
    from: standingOf(before),
    to: standingOf(after),
  });
  const version = before.version + 1;
  const change = personChange(deps, { by, reason, what: whatChanged(before, after), version, before, after });
  try {
    await deps.table.transact([...writes, event, change, ...alsoWrite]);
    return 'changed';
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    if (error.failed.includes(0)) return 'stale';
    if (writes.length > 1 && error.failed.includes(1)) return 'lastAdmin';
    throw error;
  }
}

/** What the history calls a change. */
function whatChanged(before: Person, after: Person): string {
  if (before.active !== after.active) return after.active ? 'reopened' : 'closed';
  const same = JSON.stringify(standingOf(before)) === JSON.stringify(standingOf(after));
  return same && before.name !== after.name ? 'renamed' : 'changed';
}
