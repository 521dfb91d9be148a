import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../answerCheck.ts';
import { openDemoHouse, origin, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

interface Person {
  id: string;
  version: number;
  joinedAt: string | null;
  invitedUntil: string | null;
}
interface Changes {
  items: { what: string; by: string; version: number; fields: { path: string; before: unknown; after: unknown }[] }[];
  people: Record<string, string>;
}
const invite = (email: string) =>
  house.call<{ person: Person; invitationUrl: string; expiresAt: string }>('admin', 'POST', '/people', {
    name: 'Nya Nord',
    email,
    roles: ['leader'],
  });
const change = (id: string, body: object) =>
  house.call<Person & Problem>('admin', 'PUT', `/people/${id}`, body, { 'if-match': '*' });
const changes = async (id: string) => (await house.call<Changes>('admin', 'GET', `/people/${id}/changes`)).json;

describe('the register of people', () => {
  test('tells who has signed in, and until when the others’ invitations can be used', async () => {
    const { person, expiresAt } = (await invite('nya@insatskollen.example')).json;
    expect(person).toMatchObject({ joinedAt: null, invitedUntil: expiresAt });
    house.pass(60);
    const again = await house.call<{ expiresAt: string }>('admin', 'POST', `/people/${person.id}/invitation`);
    const { json } = await house.call<Person>('admin', 'GET', `/people/${person.id}`);
    expect(json.invitedUntil).toBe(again.json.expiresAt);
    expect(Date.parse(again.json.expiresAt)).toBeGreaterThan(Date.parse(expiresAt));
    expect((await house.call<Person>('admin', 'GET', '/people/demo-ledning')).json.joinedAt).not.toBeNull();
  });

  test('keeps who changed what of somebody, with names of whoever did it and never of whoever it was', async () => {
    const { id } = (await invite('byter@insatskollen.example')).json.person;
    const as = (more: object) => ({ name: 'Nya Nord', roles: ['leader'], actorIds: [], active: true, ...more });
    await change(id, as({ roles: ['leader', 'coordinator'] }));
    await change(id, as({ name: 'Nya Söder', roles: ['leader', 'coordinator'] }));
    await change(id, as({ active: false }));
    const { items, people } = await changes(id);
    expect(items.map(({ what, version }) => [version, what])).toEqual([
      [4, 'closed'],
      [3, 'renamed'],
      [2, 'changed'],
      [1, 'invited'],
    ]);
    expect(items[2]?.fields).toEqual([{ path: 'roles', before: ['leader'], after: ['leader', 'coordinator'] }]);
    expect(items[1]?.fields).toEqual([]);
    expect(JSON.stringify(items)).not.toMatch(/Nord|Söder|@/);
    expect(people).toEqual({ 'demo-admin': 'Ada Admin' });
  });

  test('always keeps one administrator who can come in', async () => {
    const ada = { name: 'Ada Admin', actorIds: [], active: true, roles: ['admin'] };
    for (const without of [{ roles: ['leader'] }, { active: false }]) {
      const { status, json } = await change('demo-admin', { ...ada, ...without });
      expect([status, json]).toMatchObject([409, { code: 'wrongState', reason: 'lastAdmin' }]);
    }
    expect((await changes('demo-admin')).items).toEqual([]);
  });
});

interface Session {
  id: string;
  device: string | null;
  current: boolean;
}
const sessions = async (cookie: { cookie: string }) =>
  (await house.call<{ items: Session[] }>(undefined, 'GET', '/me/sessions', undefined, cookie)).json.items;

describe('a person’s sessions', () => {
  test('are listed without their secrets, and ended one by one or all', async () => {
    const [here, there, third] = [
      await house.session('samordnare2'),
      await house.session('samordnare2'),
      await house.session('samordnare2'),
    ];
    const end = (path: string) =>
      house.call(undefined, 'DELETE', `/me/sessions${path}`, undefined, { ...here, origin });
    const listed = await sessions(here);
    expect(listed.map(({ current }) => current).filter(Boolean)).toEqual([true]);
    expect(listed).toHaveLength(3);
    const secret = here.cookie.split('=')[1] ?? '';
    expect(JSON.stringify(listed)).not.toContain(secret);
    const other = (await sessions(there)).find(({ current }) => current)?.id;
    expect((await end(`/${other}`)).status).toBe(204);
    expect((await end(`/${other}`)).status).toBe(404);
    const me = (cookie: { cookie: string }) => house.call(undefined, 'GET', '/me', undefined, cookie);
    expect([(await me(here)).status, (await me(there)).status, (await me(third)).status]).toEqual([200, 401, 200]);
    expect((await end('')).status).toBe(204);
    expect([(await me(here)).status, (await me(third)).status]).toEqual([401, 401]);
  });

  test('of somebody else are not there to end, and those that are over are not listed', async () => {
    const mine = await house.session('ledning');
    const id = (await sessions(mine))[0]?.id ?? '';
    expect((await house.call('samordnare', 'DELETE', `/me/sessions/${id}`)).status).toBe(404);
    expect((await house.call<{ items: Session[] }>('ledning', 'GET', '/me/sessions')).json.items).toHaveLength(1);
    house.pass(31);
    expect((await house.call<{ items: Session[] }>('ledning', 'GET', '/me/sessions')).json.items).toEqual([]);
  });
});
