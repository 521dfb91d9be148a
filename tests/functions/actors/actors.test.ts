import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';

interface Actor {
  id: string;
  version: number;
  name: string;
  shortName: string;
  endedAt?: string | null;
}
interface Changes {
  items: { version: number; by: string; what: string; at: string; fields: { path: string; after: unknown }[] }[];
  people: Record<string, string>;
}
interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
  current: { version: number; changedAt: string };
  changedBy: { name: string };
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
const make = (body: object, headers = {}) =>
  house.call<Actor & Problem>('samordnare', 'POST', '/actors', body, headers);
const put = (id: string, body: object, version: string) =>
  house.call<Actor & Problem>('samordnare', 'PUT', `/actors/${id}`, body, { 'if-match': version });
const codes = ({ json }: { json: Problem }) => json.errors.map(({ path, code }) => `${path} ${code}`);

test('a new actor gets an id from its name, and the next with the same name another', async () => {
  const first = await make({ name: 'Nätverket Öst', kind: 'association' });
  expect([first.status, first.json.id, first.json.shortName, first.etag]).toEqual([
    201,
    'natverket-ost',
    'Nätverket Öst',
    '"1"',
  ]);
  expect((await make({ name: 'Nätverket Öst', kind: 'association' })).json.id).toBe('natverket-ost-2');
  expect((await house.call('ledning', 'GET', '/actors/natverket-ost')).status).toBe(200);
  const taken = await make({ id: 'almi', name: 'Almi', kind: 'association' });
  expect([taken.status, codes(taken)]).toEqual([422, ['id taken']]);
});

test('many who make an actor of the same name at once all get one each', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => make({ name: 'Samma namn', kind: 'school' })));
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
  expect(new Set(made.map(({ json }) => json.id)).size).toBe(6);
});

test('the same key makes one actor, however often it is sent', async () => {
  const key = { 'idempotency-key': 'en-aktor' };
  const sent = await Promise.all([1, 2, 3].map(() => make({ name: 'En enda', kind: 'school' }, key)));
  expect(sent.map(({ status, json }) => `${status} ${json.id}`)).toEqual(sent.map(() => '201 en-enda'));
});

test('every actor of the register can be saved as it is, which changes nothing', async () => {
  const { items } = (await house.call<{ items: Actor[] }>('samordnare', 'GET', '/actors')).json;
  const before = await wholeTable(house.bare);
  for (const actor of items) {
    const saved = await put(actor.id, actor, String(actor.version));
    expect([actor.id, saved.status, saved.json]).toEqual([actor.id, 200, actor]);
  }
  expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
});

test('a change is told with who made it, and whoever starts from the version before is told too', async () => {
  const { json: made } = await make({ name: 'Skolan', kind: 'school' });
  expect((await put(made.id, { name: 'Skolan i stan', kind: 'school' }, '1')).etag).toBe('"2"');
  const late = await put(made.id, { name: 'Skolan på landet', kind: 'school' }, '1');
  expect([late.status, late.json.current.version, late.json.changedBy.name]).toEqual([412, 2, 'Sam Samordnare']);
  expect((await house.call('samordnare', 'PUT', `/actors/${made.id}`, { name: 'A', kind: 'school' })).status).toBe(428);
  expect((await put(made.id, { name: 'Skolan i byn', kind: 'school', version: 2 }, '*')).status).toBe(200);

  const { items, people } = (await house.call<Changes>('ledning', 'GET', `/actors/${made.id}/changes`)).json;
  expect(items.map(({ version, what, by }) => [version, what, people[by]])).toEqual([
    [3, 'changed', 'Sam Samordnare'],
    [2, 'changed', 'Sam Samordnare'],
    [1, 'created', 'Sam Samordnare'],
  ]);
  expect(items[1]?.fields).toEqual([
    { path: 'name', before: 'Skolan', after: 'Skolan i stan' },
    { path: 'shortName', before: 'Skolan', after: 'Skolan i stan' },
  ]);
});

test('of two who save from the same version at once, one is told about the other', async () => {
  const { json: made } = await make({ name: 'Två samtidigt', kind: 'school' });
  const both = await Promise.all(['A', 'B'].map((name) => put(made.id, { name, kind: 'school' }, '1')));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('an actor ends when it has nothing more to report, and no day before', async () => {
  const almi = (await house.call<Actor>('samordnare', 'GET', '/actors/almi')).json;
  const blocked = await put('almi', { ...almi, endedAt: '2026-11-20' }, '*');
  expect([blocked.status, codes(blocked)]).toEqual([
    422,
    ['endedAt agreementsRunning', 'endedAt reportsOpen', 'endedAt initiativesGoOn'],
  ]);
  const { json: made } = await make({ name: 'Klar', kind: 'school' });
  expect(codes(await put(made.id, { name: 'Klar', kind: 'school', endedAt: '2026-11-21' }, '*'))).toEqual([
    'endedAt future',
  ]);
  const ended = await put(made.id, { name: 'Klar', kind: 'school', endedAt: '2026-11-20' }, '*');
  expect([ended.status, ended.json.endedAt]).toEqual([200, '2026-11-20']);
  const initiative = { title: 'Ny', primaryFocusArea: 'starka-nyforetagande', responsible: [made.id] };
  const refused = await house.call<Problem>('samordnare', 'POST', '/initiatives', initiative);
  expect(codes(refused)).toEqual(['responsible.0 actorEnded']);
});

test.each([
  ['a name of 10,000 characters', { name: 'a'.repeat(10_000) }, 'name tooLong'],
  ['a name that is a formula', { name: '=cmd|A1' }, 'name formula'],
  ['a null byte', { name: 'A\0B' }, 'name unprintable'],
  ['half a character', { name: 'A\ud800' }, 'name unprintable'],
  ['blanks', { name: '   ' }, 'name blank'],
  ['two lines', { name: 'A\nB' }, 'name oneLine'],
  ['another kind', { kind: 'alien' }, 'kind invalid_value'],
  ['a day that is none', { endedAt: '2026-02-30' }, 'endedAt notADay'],
  ['a municipality elsewhere', { municipality: '9999' }, 'municipality unknownMunicipality'],
  ['units with the same id', { units: [1, 2].map(() => ({ id: 'x', name: 'X', shortName: 'X' })) }, 'units.1.id twice'],
  ['a field that there is not', { colour: 'red' }, 'colour unknownField'],
])('%s is refused, and the field is named', async (_what, wrong, expected) => {
  const answer = await make({ name: 'Aktör', kind: 'school', ...wrong });
  expect([answer.status, codes(answer)]).toEqual([422, [expected]]);
});
