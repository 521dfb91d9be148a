import type { Deps } from '@insatskollen/functions/deps.ts';
import { bindIdentity } from '@insatskollen/functions/people/identities.ts';
import { identityKey } from '@insatskollen/functions/table/keys.ts';
import { scan } from './scan.ts';

/**
 * Lets everyone sign in as before when the sign-in service has had to take another port: identities are bound to its address.
 * It is the same service with the same people, on this machine, so it may vouch for them there too.
 */
export async function bindToNewIssuer(deps: Deps, before: string): Promise<void> {
  const prefix = identityKey(before, '').pk;
  const identities = scan(deps.table, {
    FilterExpression: 'begins_with(pk, :prefix)',
    ExpressionAttributeValues: { ':prefix': prefix },
  });
  for await (const { pk, personId } of identities) {
    await bindIdentity(deps, String(personId), deps.settings.openId.issuer, String(pk).slice(prefix.length));
  }
}
