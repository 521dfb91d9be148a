import { cookieNames } from '@insatskollen/functions/people/cookies.ts';
import { createPerson } from '@insatskollen/functions/people/people.ts';
import { newSecret, newTokenSecret } from '@insatskollen/functions/people/secrets.ts';
import { origin, type DemoHouse } from '../demoHouse.ts';

const roles = ['reporter' as const, 'coordinator' as const, 'leader' as const, 'admin' as const];

/** Someone who may do everything. */
async function someoneWithEveryRole(house: DemoHouse, id: string): Promise<void> {
  const email = `${id}@insatskollen.example`;
  await createPerson(house.deps, { id, name: id, email, roles, actorIds: ['almi'], active: true });
}

/** A credential made so many minutes ago. */
async function madeBefore<T>(house: DemoHouse, minutes: number, make: () => Promise<T>): Promise<T> {
  house.pass(-minutes);
  const made = await make();
  house.pass(minutes);
  return made;
}

/**
 * Headers of every kind of credential that is not, or no longer, good, by what is wrong with it. Those that were good belonged to
 * someone with every role, so that nothing but the credential stands in the way.
 */
export async function badCredentials(house: DemoHouse): Promise<Record<string, Record<string, string>>> {
  const byCookie = (secret: string) => ({ cookie: `${cookieNames(origin).session}=${secret}`, origin });
  const byToken = (token: string) => ({ authorization: `Bearer ${token}` });
  for (const id of ['lamnat', 'avslutad']) await someoneWithEveryRole(house, id);

  const day = 24 * 60;
  const expired = await madeBefore(house, 30 * day, () => house.token('lamnat'));
  const idle = await madeBefore(house, 30, () => house.session('lamnat'));
  const signedOut = await house.session('lamnat');
  await house.fetch('/api/auth/sign-out', { method: 'POST', headers: { ...signedOut, origin } });

  const revoked = await house.token('avslutad');
  const { items } = (await house.call<{ items: { id: string }[] }>('avslutad', 'GET', '/me/tokens')).json;
  await house.call('avslutad', 'DELETE', `/me/tokens/${items[0]?.id}`);
  const ofLeaver = await house.token('avslutad', 'read');
  const sessionOfLeaver = await house.session('avslutad');
  const leaving = { name: 'avslutad', roles, actorIds: ['almi'], active: false };
  const left = await house.call('admin', 'PUT', '/people/avslutad', leaving, { 'if-match': '*' });
  if (left.status !== 200) throw new Error(`could not deactivate: ${left.text}`);

  const good = await house.session('samordnare');
  return {
    'no credential': {},
    'a made-up token': byToken(newTokenSecret()),
    'a token with a letter changed': byToken(expired.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))),
    'a token that has ended by itself': byToken(expired),
    'a token that was ended': byToken(revoked),
    'a token of someone deactivated': byToken(ofLeaver),
    'an empty token beside a good session': { authorization: 'Bearer', ...good, origin },
    'a made-up token beside a good session': { ...byToken(newTokenSecret()), ...good, origin },
    'a password': { authorization: 'Basic YWRtaW46YWRtaW4=' },
    'a made-up session': byCookie(newSecret()),
    'a session cookie that is no secret of ours': byCookie("' OR 1=1"),
    'a session that was left idle': { ...idle, origin },
    'a session that was signed out': { ...signedOut, origin },
    'a session of someone deactivated': { ...sessionOfLeaver, origin },
    'an empty session': byCookie(''),
  };
}
