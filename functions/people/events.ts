import type { Person, Role } from '@insatskollen/shared/people/person.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import type { TransactWrite } from '../table/client.ts';

/** Who did it, where no person did: the programs that set up and load. */
export const BY_SYSTEM = 'system';

export type PeopleEvent =
  | { what: 'invited' | 'created'; to: Standing }
  | { what: 'invitedAgain' | 'identityBound' }
  | { what: 'changed'; nameChanged: boolean; from: Standing; to: Standing }
  | { what: 'tokenCreated' | 'tokenRevoked'; tokenScope: string };

/** What decides how far someone reaches. Names and addresses are not kept here, so that they can be removed from the register. */
export interface Standing {
  roles: readonly Role[];
  actorIds: readonly string[];
  active: boolean;
}

export const standingOf = ({ roles, actorIds, active }: Standing): Standing => ({ roles, actorIds, active });

/**
 * The write that keeps what a version of a person changed, for the history beside them: how far they reach, and that the name was
 * changed but not from what to what.
 */
export function personChange(
  deps: Deps,
  change: {
    by: string;
    what: string;
    reason?: string | null;
    version: number;
    before: Person | undefined;
    after: Person;
  },
): TransactWrite {
  const { before, after } = change;
  return changeWrite(deps, {
    ...change,
    kind: 'person',
    id: after.id,
    before: before && standingOf(before),
    after: standingOf(after),
  });
}

/** The write that records who changed what of whom, for the same transaction as the change. Holds no secrets. */
export function eventWrite(deps: Deps, by: string, personId: string, event: PeopleEvent): TransactWrite {
  const at = deps.systemNow().toISOString();
  return {
    Put: {
      Item: { pk: 'PEOPLE-EVENTS', sk: `${at}#${deps.newId()}`, at, by, personId, ...event },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}
