import { declaredEndpoints } from '@insatskollen/functions/http/endpoint.ts';
import { createPerson } from '@insatskollen/functions/people/people.ts';
import { roles } from '@insatskollen/shared/people/person.ts';
import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, origin, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';
import { changedBetween, wholeTable, writesSent } from '../wholeTable.ts';
import { badCredentials } from './credentials.ts';
import { bring, columns, matrix, outside, type Column, type Row } from './matrix.ts';

let house: DemoHouse;
let bad: Record<string, Record<string, string>>;
beforeAll(async () => {
  house = await openDemoHouse();
  const everything = { roles: [...roles] };
  for (const id of ['alltiallo', 'ny-ledare']) {
    const person = { id, name: id, email: `${id}@insatskollen.example`, actorIds: ['almi'], active: true };
    await createPerson(house.deps, {
      ...person,
      ...(id === 'alltiallo' ? everything : { roles: ['leader'], actorIds: [] }),
    });
  }
  bad = await badCredentials(house);
});

const almi = () => reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
/** Everyone of the columns, and a department, which is answered as a leader where its row says nothing else. */
type Asker = Column | 'department';
const askers: readonly Asker[] = [...columns, 'department'];
const who: Record<Exclude<Asker, 'readOnly'>, string> = {
  own: 'rapportor.almi',
  other: 'rapportor.uf',
  coordinator: 'samordnare',
  leader: 'ledning',
  department: 'avdelning',
  admin: 'admin',
};
const ids: Record<string, string> = {
  agreementId: 'almi-basuppdrag-2026',
  period: '2026-Q3',
  areaId: 'starka-nyforetagande',
  window: '2026-Q1',
  commentId: 'ingen',
};
const idOf: Record<string, string> = {
  '/me/tokens/{id}': 'f'.repeat(64),
  '/me/sessions/{id}': 'f'.repeat(26),
  '/notices/outbox/{id}/redrive': 'digest-ingen-2026-11-20',
  '/packs/{id}': 'f'.repeat(26),
  '/packs/{id}/retry': 'f'.repeat(26),
  '/packs/{id}/file': 'f'.repeat(26),
  '/people/{id}': 'ny-ledare',
  '/people/{id}/changes': 'ny-ledare',
  '/people/{id}/invitation': 'ny-ledare',
  '/actors/{id}': 'almi',
  '/actors/{id}/changes': 'almi',
  '/actors/{id}/results': 'almi',
  '/initiatives/{id}/results': 'almi-basuppdrag',
  '/rus-priorities/{id}/results': 'livslangt-larande',
  '/initiatives/{id}': 'almi-basuppdrag',
  '/initiatives/{id}/changes': 'almi-basuppdrag',
  '/initiatives/{id}/commitments': 'almi-basuppdrag',
  '/indicators/{id}/changes': 'radgivningstillfallen',
  '/indicators/{id}': 'radgivningstillfallen',
  '/questions/{id}': 'analys',
  '/questions/{id}/changes': 'analys',
  '/question-sets/{id}': 'grundfragor',
  '/question-sets/{id}/changes': 'grundfragor',
  '/focus-areas/{id}/outlook': 'starka-nyforetagande',
  '/focus-areas/{id}/outlook/changes': 'starka-nyforetagande',
  '/societal-indicators/{id}': 'arbetsloshet',
  '/societal-indicators/{id}/changes': 'arbetsloshet',
  '/societal-indicators/{id}/values': 'arbetsloshet',
  '/activities/{id}': 'styrgrupp-2026-11',
  '/activities/{id}/changes': 'styrgrupp-2026-11',
  '/dialogues/{id}': 'dialog-almi-2026-12',
  '/dialogues/{id}/agenda': 'dialog-almi-2026-12',
  '/dialogues/{id}/changes': 'dialog-almi-2026-12',
  '/dialogues/{id}/actions': 'dialog-almi-2026-12',
  '/dialogues/{id}/actions/{n}': 'dialog-almi-2026-05',
  '/decisions/{id}': 'beslut-2026-06-nyforetagande',
  '/decisions/{id}/changes': 'beslut-2026-06-nyforetagande',
  '/lessons/{id}': 'lardom-tva-moten',
  '/lessons/{id}/changes': 'lardom-tva-moten',
  '/analyses/{id}': 'analys-exportradgivning',
  '/analyses/{id}/changes': 'analys-exportradgivning',
  '/agreements/{id}': 'almi-basuppdrag-2026',
  '/agreements/{id}/changes': 'almi-basuppdrag-2026',
  '/agreements/{id}/commitments': 'almi-basuppdrag-2026',
  '/agreements/{id}/comments': 'almi-basuppdrag-2026',
  '/agreements/{id}/comments/{commentId}': 'almi-basuppdrag-2026',
};

const columnOf = (asker: Asker): number => columns.indexOf(asker === 'department' ? 'leader' : asker);
const nameOf = (row: Row) =>
  `${row.route}${row.query ? `?${row.query}` : ''}${row.state ? `, of a report ${row.state}` : ''}`;

/** A row's request, which would succeed for whoever is allowed, to be sent with some credential. */
async function requestOf(row: Row): Promise<(credential: Record<string, string>) => Promise<number>> {
  const [method = '', template = ''] = row.route.split(' ');
  const report = row.state ? (await almi().read()).json : undefined;
  const id = idOf[template] ?? report?.remarks[0]?.id ?? '1-1';
  const values: Record<string, string> = { ...ids, n: String(report?.version ?? 1), id };
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const address = row.query ? `${path}?${row.query}` : path;
  const body = row.body?.({ version: report?.version ?? 0 });
  return async (credential) =>
    (await house.call(undefined, method, address, body, { 'if-match': '*', ...credential })).status;
}
const bearer = async (asker: Asker) => {
  const token = asker === 'readOnly' ? house.token('alltiallo', 'read') : house.token(who[asker]);
  return { authorization: `Bearer ${await token}` };
};

test('every route of the product has a row, and every row a route', () => {
  const inMatrix = new Set(matrix.map(({ route }) => route));
  const mounted = declaredEndpoints().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect([...inMatrix].sort()).toEqual(mounted.sort());

  const inApp = house.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  const rows = [...inMatrix].map((route) => route.replace(' ', ' /api/v1').replaceAll(/\{(\w+)\}/g, ':$1'));
  expect([...new Set(inApp)].sort()).toEqual([...rows, ...Object.keys(outside)].sort());
});

test.each(matrix.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
  const statuses = row.expected.trim().split(/\s+/).map(Number);
  const expected = new Map(askers.map((asker) => [asker, statuses[columnOf(asker)] ?? 0]));
  if (row.department) expected.set('department', row.department);
  if (row.state) await bring(almi(), row.state);
  const send = await requestOf(row);
  const bearers = new Map(await Promise.all(askers.map(async (asker) => [asker, await bearer(asker)] as const)));
  const found = new Map<Asker, number>();
  const ask = async (asker: Asker) => found.set(asker, await send(bearers.get(asker) ?? {}));
  const refused = askers.filter((asker) => (expected.get(asker) ?? 0) >= 400);
  const before = writesSent(house.bare);
  await Promise.all(refused.map(ask));
  expect(writesSent(house.bare), 'for whoever is refused nothing is written').toBe(before);
  for (const asker of askers) if (!refused.includes(asker)) await ask(asker);
  const changes = !row.route.startsWith('GET ') && refused.length < askers.length;
  if (changes) expect(writesSent(house.bare), 'for whoever is allowed something is').toBeGreaterThan(before);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test('whoever has no good credential gets 401 on every row, and changes nothing', async () => {
  await bring(almi(), 'submitted');
  const before = await wholeTable(house.bare);
  for (const row of matrix) {
    const send = await requestOf(row);
    const answers = Object.entries(bad).map(async ([what, headers]) => `${what}: ${await send(headers)}`);
    expect(await Promise.all(answers), nameOf(row)).toEqual(Object.keys(bad).map((what) => `${what}: 401`));
  }
  expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
});

test.each(Object.entries(outside))('%s answers anyone with %i', async (route, status) => {
  const [method, path = ''] = route.split(' ');
  for (const [what, headers] of Object.entries(bad)) {
    if (what.includes('beside a good session')) continue; // these read the session and nothing else
    const credential = Object.entries(headers).filter(([name]) => name !== 'origin');
    expect((await house.fetch(path, { method: method ?? '', headers: credential })).status).toBe(status);
  }
});

test('a browser makes a token for whoever is signed in, with the roles that they have', async () => {
  const cookie = await house.session('ledning');
  const made = await house.call<{ token: string }>(
    undefined,
    'POST',
    '/me/tokens',
    { name: 'Excel' },
    { ...cookie, origin },
  );
  expect(made.status).toBe(201);
  const authorization = `Bearer ${made.json.token}`;
  expect((await house.call(undefined, 'GET', '/coverage?period=2026', undefined, { authorization })).status).toBe(200);
  expect((await house.call(undefined, 'GET', '/people', undefined, { authorization })).status).toBe(403);
});
