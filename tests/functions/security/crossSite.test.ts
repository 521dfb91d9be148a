import { beforeAll, describe, expect, test } from 'vitest';
import { declaredEndpoints } from '@insatskollen/functions/http/endpoint.ts';
import { openDemoHouse, origin, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';

let house: DemoHouse;
let cookie: { cookie: string };
beforeAll(async () => {
  house = await openDemoHouse();
  await almi().fill(40);
  cookie = await house.session('rapportor.almi');
});

const almi = () => reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
const save = (headers: Record<string, string>) =>
  house.call(
    undefined,
    'PATCH',
    `${almi().path}/draft`,
    { answers: { texts: { analys: 'Från en sida.' } } },
    {
      'if-match': '*',
      ...headers,
    },
  );

const elsewhere = [
  {},
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '' },
  { origin: `${origin}.evil.example` },
  { origin: `${origin}@evil.example` },
  { origin: 'https://localhost:3000' },
  { origin: 'http://localhost:3001' },
  { origin: 'http://localhost' },
  { origin: `${origin}/` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { referer: `${origin}/rapporter` },
];

describe('an unsafe request with a session’s cookie', () => {
  test.each(elsewhere.map((headers) => [JSON.stringify(headers), headers] as const))(
    'from another site is stopped: %s',
    async (_, headers) => {
      const before = await wholeTable(house.bare);
      const { status, json } = await save({ ...cookie, ...headers });
      expect([status, json]).toMatchObject([403, { code: 'crossSite' }]);
      expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
    },
  );

  test.each([[{ origin }], [{ 'sec-fetch-site': 'same-origin' }], [{ origin, 'sec-fetch-site': 'same-origin' }]])(
    'from our own pages is done: %j',
    async (headers) => {
      expect((await save({ ...cookie, ...headers })).status).toBe(200);
    },
  );

  test('is stopped on every route that changes anything, before it is looked at any further', async () => {
    const unsafe = declaredEndpoints().filter(({ method }) => method !== 'get');
    expect(unsafe.length).toBeGreaterThan(15);
    for (const { method, path } of unsafe) {
      const address = path.replaceAll(/\{\w+\}/g, 'x');
      const body = method === 'delete' ? undefined : '{';
      const { status, json } = await house.call(undefined, method.toUpperCase(), address, body, cookie);
      expect([status, json], path).toMatchObject([403, { code: 'crossSite' }]);
    }
  });

  test('matters nothing to a bearer’s request, wherever it comes from, whose cookie is not looked at', async () => {
    const authorization = `Bearer ${await house.token('rapportor.almi')}`;
    for (const headers of elsewhere) expect((await save({ authorization, ...headers })).status).toBe(200);
    const other = { authorization: `Bearer ${await house.token('rapportor.uf')}` };
    expect((await save({ ...cookie, ...other, origin })).status).toBe(404);
  });

  test('reading is allowed from anywhere: another site cannot see the answer', async () => {
    for (const headers of elsewhere)
      expect((await house.call(undefined, 'GET', '/me', undefined, { ...cookie, ...headers })).status).toBe(200);
    const { headers } = await house.call(undefined, 'GET', '/me', undefined, {
      ...cookie,
      origin: 'https://evil.example',
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});
