import type { Role } from '@insatskollen/shared/people/person.ts';
import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { actorIdsInRegister } from './actors.ts';

const words = {
  unknownActor: { sv: 'Aktören finns inte i registret.', en: 'The actor is not in the register.' },
  reporterNeedsActor: { sv: 'Den som rapporterar behöver minst en aktör.', en: 'A reporter needs at least one actor.' },
};

/** Refuses (422) membership of actors that are not there, and a reporter without any. */
export async function refuseWrongMembership(
  deps: Deps,
  wanted: { roles: readonly Role[]; actorIds: readonly string[] },
  language: 'sv' | 'en',
): Promise<void> {
  const fault = (path: string, code: keyof typeof words): Fault => ({ path, code, message: words[code][language] });
  const errors: Fault[] = [];
  if (wanted.roles.includes('reporter') && wanted.actorIds.length === 0)
    errors.push(fault('actorIds', 'reporterNeedsActor'));
  if (wanted.actorIds.length > 0) {
    const there = await actorIdsInRegister(deps);
    wanted.actorIds.forEach((id, n) => {
      if (!there.has(id)) errors.push(fault(`actorIds.${n}`, 'unknownActor'));
    });
  }
  if (errors.length > 0) throw new Refused('invalid', { errors });
}
