import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../answerCheck.ts';
import { openDemoHouse, origin, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
let browser: { cookie: string; origin: string };
beforeAll(async () => {
  house = await openDemoHouse();
  browser = { ...(await house.session('ledning')), origin };
});

interface Token {
  id: string;
  token: string | null;
  scope: string;
  expiresAt: string;
}
const make = (body: object, headers = {}) =>
  house.call<Token>(undefined, 'POST', '/me/tokens', body, { ...browser, ...headers });
const end = (id: string, headers = {}) =>
  house.call<Problem>(undefined, 'DELETE', `/me/tokens/${id}`, undefined, { ...browser, ...headers });
const ids = async () =>
  (await house.call<{ items: Token[] }>(undefined, 'GET', '/me/tokens', undefined, browser)).json.items.map(
    ({ id }) => id,
  );

describe('a token', () => {
  test('only reads unless it is asked to write, ends after its days, and is shown once', async () => {
    const { json } = await make({ name: 'Power BI', days: 1 }, { 'idempotency-key': 'a' });
    expect(json).toMatchObject({ scope: 'read', expiresAt: '2026-11-21T07:00:00.000Z' });
    expect(json.token).toMatch(/^ik_[\w-]{43}$/);
    const again = await make({ name: 'Power BI', days: 1 }, { 'idempotency-key': 'a' });
    expect([again.status, again.json]).toEqual([201, { ...json, token: null }]);
    expect((await make({ name: 'Annan' }, { 'idempotency-key': 'a' })).json).toMatchObject({ code: 'keyReused' });
    expect(await ids()).toEqual([json.id]);
    const me = () => house.call(undefined, 'GET', '/me', undefined, { authorization: `Bearer ${json.token}` });
    expect((await me()).status).toBe(200);
    house.pass(24 * 60);
    expect((await me()).status).toBe(401);
    house.pass(-24 * 60);
  });

  test('is ended once, and said to be ended each time that the same is asked', async () => {
    const { id } = (await make({ name: 'Excel', scope: 'write' })).json;
    for (const key of ['b', 'b']) expect((await end(id, { 'idempotency-key': key })).status).toBe(204);
    expect((await end(id)).status).toBe(404);
    expect(await ids()).not.toContain(id);
  });

  test('of someone else is not there to end', async () => {
    const { id } = (await make({ name: 'Excel' })).json;
    expect((await house.call('samordnare', 'DELETE', `/me/tokens/${id}`)).status).toBe(404);
    expect(await ids()).toContain(id);
  });

  test.each([
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'a\u0000' }, 'name'],
    [{ name: 'å'.repeat(101) }, 'name'],
    [{ name: 'x', scope: 'admin' }, 'scope'],
    [{ name: 'x', days: 0 }, 'days'],
    [{ name: 'x', days: 366 }, 'days'],
    [{ name: 'x', days: '9' }, 'days'],
    [{ name: 'x', personId: 'demo-admin' }, 'personId'],
  ])('is not made of %j', async (body, path) => {
    const { status, json } = await house.call<Problem>(undefined, 'POST', '/me/tokens', body, browser);
    expect([status, json.errors?.map((fault) => fault.path)]).toEqual([422, [path]]);
  });
});

test('a caller who asks too often in a minute waits, and nobody else does', async () => {
  let wait: string | null = null;
  let asked = 0;
  while (wait === null && asked < 5_000) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => house.call('admin', 'POST', '/me')));
    asked += answers.filter(({ status }) => status !== 429).length;
    wait = answers.at(-1)?.headers.get('retry-after') ?? null;
  }
  expect(asked).toBeGreaterThanOrEqual(1_000);
  expect(asked).toBeLessThan(5_000);
  expect((await house.call('samordnare', 'GET', '/me')).status).toBe(200);
  house.pass(Number(wait) / 60);
  expect((await house.call('admin', 'GET', '/me')).status).toBe(200);
});
