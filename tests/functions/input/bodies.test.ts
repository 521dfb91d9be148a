import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../answerCheck.ts';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';

let house: DemoHouse;
let before: ReadonlyMap<string, string>;
beforeAll(async () => {
  house = await openDemoHouse();
  await almi().fill(40);
  await create().submitFilled(40);
  for (const who of ['rapportor.almi', 'samordnare', 'avdelning', 'admin']) await house.token(who);
  before = await wholeTable(house.bare);
});

const almi = () => reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
const create = () => reportAt(house, 'create-2026', '2026-Q3');

/** Every route that reads a body, with one that would do. Those without fields take any object, and pass over what is in it. */
const routes = [
  ['rapportor.almi', 'PUT', '/reports/almi-basuppdrag-2026/2026-Q3/draft', { answers: { values: {}, texts: {} } }],
  ['rapportor.almi', 'PATCH', '/reports/almi-basuppdrag-2026/2026-Q3/draft', { answers: { values: {}, texts: {} } }],
  ['rapportor.almi', 'POST', '/reports/almi-basuppdrag-2026/2026-Q3/submit', {}],
  ['rapportor.almi', 'POST', '/reports/almi-basuppdrag-2026/2026-Q3/recall', {}],
  ['rapportor.almi', 'POST', '/reports/almi-basuppdrag-2026/2026-Q2/request-reopen', { reason: 'Fel tal.' }],
  ['rapportor.almi', 'PUT', '/reports/almi-basuppdrag-2026/2026-Q3/remarks/1-1', { resolved: true }],
  ['samordnare', 'POST', '/reports/create-2026/2026-Q3/reviewer', {}],
  ['samordnare', 'POST', '/reports/create-2026/2026-Q3/return', { version: 1, message: 'Komplettera.' }],
  ['samordnare', 'POST', '/reports/create-2026/2026-Q3/approve', { version: 1 }],
  ['samordnare', 'POST', '/reports/almi-basuppdrag-2026/2026-Q2/reopen', { version: 1, reason: 'Fel tal.' }],
  ['avdelning', 'POST', '/reports/almi-basuppdrag-2026/2026-Q2/comments', { text: 'Hur gick det?' }],
  ['admin', 'POST', '/people', { name: 'Ny', email: 'ny@insatskollen.example', roles: ['leader'] }],
  ['admin', 'PUT', '/people/demo-ledning', { name: 'Lena', roles: ['leader'], actorIds: [], active: true }],
] as const;
type Route = (typeof routes)[number];

const send = ([who, method, path]: Route, body: unknown, headers: Record<string, string> = {}) =>
  house.call<Problem>(who, method, path, body, { 'if-match': '*', ...headers });
const unchanged = async () => expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);

describe('every body', () => {
  test('is JSON and nothing else, and the rest is refused without a trace', async () => {
    for (const route of routes) {
      const fine = JSON.stringify(route[3]);
      const unreadable = ['{', `${fine},`, `${fine}${fine}`, "{'a':1}", '{a:1}', 'NaN', '\u0000', '<a/>', 'a=1'];
      for (const body of [...unreadable, new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])]) {
        const { status, json } = await send(route, body);
        expect([status, json.code], String(body)).toEqual([400, 'malformed']);
      }
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/jsonp',
        '',
      ])
        expect((await send(route, fine, { 'content-type': type })).status, type).toBe(415);
    }
    await unchanged();
  });

  test('is at most a megabyte, told or not how much it is', async () => {
    for (const route of routes) {
      const large = `${JSON.stringify(route[3])}${' '.repeat(1024 * 1024)}`;
      expect((await send(route, large)).status).toBe(413);
      expect((await send(route, large, { 'content-type': 'text/plain' })).status).toBe(413);
      const stream = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(256 * 1024).fill(0x20)), // without an end
      });
      expect((await send(route, stream)).status).toBe(413);
    }
    await unchanged();
  });

  test('is an object, and not depths without a bottom', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    for (const route of routes)
      for (const body of ['[]', '1', '"x"', 'true', deep, `[${JSON.stringify(route[3])}]`]) {
        const { status, json } = await send(route, body);
        expect([status, json.errors?.[0]?.path], body.slice(0, 20)).toEqual([422, '']);
      }
    await unchanged();
  });

  test('has its fields, of their types, and no others or what every object has', async () => {
    for (const route of routes.filter(([, , , body]) => Object.keys(body).length > 0)) {
      const fine = route[3];
      const faultsOf = async (body: unknown) => {
        const { status, json } = await send(route, body);
        expect(status, JSON.stringify(body).slice(0, 200)).toBe(422);
        return (json.errors ?? []).map(({ path, code }) => `${path}: ${code}`);
      };
      for (const name of ['more', 'constructor', 'x'.repeat(1_000), ''])
        expect(await faultsOf({ ...fine, [name]: 1 })).toEqual([`${name}: unknownField`]);
      const withPrototype = JSON.stringify(fine).replace('{', '{"__proto__":{"x":1},');
      expect(await faultsOf(withPrototype)).toEqual(['__proto__: unknownField']);
      for (const name of Object.keys(fine))
        for (const value of [{ a: { b: 1 } }, [[]], 1.5, null]) {
          const faults = (await faultsOf({ ...fine, [name]: value })).join();
          expect(
            faults.split(',').some((fault) => fault.startsWith(name)),
            `${name}: ${faults}`,
          ).toBe(true);
        }
    }
    await unchanged();
  });
});

test('nothing that is called __proto__ is dropped in silence, wherever in a draft it is', async () => {
  const sent = [
    ['{"answers":{"values":{"__proto__":{"kind":"notApplicable"}}}}', 'values.__proto__'],
    ['{"answers":{"texts":{"__proto__":"x"}}}', 'texts.__proto__'],
    [
      '{"answers":{"values":{"radgivningstillfallen":{"kind":"unparsed","raw":{"__proto__":"x"}}}}}',
      'values.radgivningstillfallen.raw.__proto__',
    ],
    [
      '{"answers":{"values":{"radgivningstillfallen":{"kind":"value","value":"12","breakdowns":{"gender":{"__proto__":"5"}}}}}}',
      'values.radgivningstillfallen.breakdowns.gender.__proto__',
    ],
    [
      '{"answers":{"values":{"radgivningstillfallen":{"kind":"value","value":"12","breakdowns":{"\\u005f_proto__":{"a":"5"}}}}}}',
      'values.radgivningstillfallen.breakdowns.__proto__',
    ],
  ] as const;
  for (const [body, path] of sent)
    for (const route of routes.slice(0, 2)) {
      const { status, json } = await send(route, body);
      expect([status, json.errors], body).toMatchObject([422, [{ path, code: 'unknownField' }]]);
    }
  await unchanged();
});

describe('a decision', () => {
  const at = '/reports/create-2026/2026-Q3';
  const post = (what: string, body: unknown) => house.call<Problem>('samordnare', 'POST', `${at}/${what}`, body);

  test('names a version that could be one', async () => {
    for (const version of ['1', 0, -1, 1.5, 1e300, null, true, [1], { n: 1 }])
      for (const [what, more] of [
        ['approve', {}],
        ['return', { message: 'x' }],
        ['reopen', { reason: 'x' }],
      ] as const) {
        const { status, json } = await post(what, { ...more, version });
        expect([status, json.errors?.[0]?.path], `${what} ${JSON.stringify(version)}`).toEqual([422, 'version']);
      }
    for (const version of [2, 99, 2 ** 53 - 1]) expect((await post('approve', { version })).status).toBe(412);
    await unchanged();
  });

  test('holds texts to what people can read, and to their limits', async () => {
    const remark = (text: unknown) => ({ version: 1, remarks: [{ path: 'texts.analys', text }] });
    for (const [what, body, fault] of [
      ['return', { version: 1, message: 'å'.repeat(2_001) }, 'message: tooLong'],
      ['return', { version: 1, message: 'a\u0000b' }, 'message: unprintable'],
      ['return', { version: 1, message: 5 }, 'message: invalid_type'],
      ['return', remark('å'.repeat(2_001)), 'remarks.0.text: tooLong'],
      ['return', remark(' \n '), 'remarks.0.text: missing'],
      ['return', remark(null), 'remarks.0.text: invalid_type'],
      ['return', { version: 1, remarks: Array.from({ length: 51 }, () => remark('x').remarks[0]) }, 'remarks: too_big'],
      ['return', { version: 1, remarks: {} }, 'remarks: invalid_type'],
      ['return', { version: 1, remarks: [{ path: 'p'.repeat(201), text: 'x' }] }, 'remarks.0.path: too_big'],
      [
        'return',
        { version: 1, remarks: [{ path: 'texts.analys', text: 'x', id: '9-9' }] },
        'remarks.0.id: unknownField',
      ],
      ['return', { version: 1, message: 'x', answerBy: 'i morgon' }, 'answerBy: notAFutureDay'],
      ['return', { version: 1, message: 'x', answerBy: '2026-02-30' }, 'answerBy: notAFutureDay'],
      ['return', { version: 1, message: 'x', answerBy: '2026-11-19' }, 'answerBy: notAFutureDay'],
      ['return', { version: 1, message: 'x', answerBy: '9'.repeat(41) }, 'answerBy: too_big'],
      ['approve', { version: 1, note: 'å'.repeat(2_001) }, 'note: tooLong'],
      ['reopen', { version: 1, reason: '' }, 'reason: missing'],
      ['reopen', { version: 1, reason: 'x', keepFigures: 'ja' }, 'keepFigures: invalid_type'],
    ] as const) {
      const { status, json } = await post(what, body);
      expect([status, ...(json.errors ?? []).map(({ path, code }) => `${path}: ${code}`)]).toEqual([422, fault]);
    }
    await unchanged();
  });
});

describe('a period', () => {
  const save = (who: string, at: string) =>
    house.call<Problem>(
      who,
      'PUT',
      `/reports/${at}/draft`,
      { answers: { values: {}, texts: {} } },
      { 'if-match': '*' },
    );

  test.each([
    'almi-basuppdrag-2026/2025-Q4',
    'almi-basuppdrag-2026/2027-Q1',
    'almi-basuppdrag-2026/2026-H1',
    'almi-basuppdrag-2026/2026',
    'almi-basuppdrag-2026/2026-Q5',
    'almi-basuppdrag-2026/2026-q3',
    'almi-basuppdrag-2026/final',
    'almi-basuppdrag-2026/2026-Q3 ',
    'almi-basuppdrag-2026/2026-Q3%00',
  ])('outside the agreement is not found: %s', async (at) => {
    expect((await save('rapportor.almi', at)).status).toBe(404);
  });

  test('that has not begun cannot be written in, and says from when', async () => {
    const began = house.clock.now;
    house.clock.now = Date.parse('2026-09-30T21:59:59.999Z'); // the last instant of September in Stockholm
    const early = await save('rapportor.almi', 'almi-basuppdrag-2026/2026-Q4');
    expect([early.status, early.json]).toMatchObject([409, { code: 'tooEarly', opensAt: '2026-10-01T00:00:00+02:00' }]);
    await unchanged();
    house.clock.now = began;
    expect((await save('rapportor.almi', 'almi-basuppdrag-2026/2026-Q4')).status).toBe(200);
  });
});

test('an idempotency key is of at most 200 characters, and is refused before anything is done', async () => {
  const { status, json } = await house.call<Problem>(
    'rapportor.almi',
    'PATCH',
    `${almi().path}/draft`,
    { answers: { texts: { analys: 'Ny.' } } },
    {
      'if-match': '*',
      'idempotency-key': 'k'.repeat(201),
    },
  );
  expect([status, json.errors]).toMatchObject([422, [{ path: 'Idempotency-Key', code: 'tooLong' }]]);
  expect((await almi().read()).json.answers.texts['analys']).toBe('Svar 40 om analys.');
});
