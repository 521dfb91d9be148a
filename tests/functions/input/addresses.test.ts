import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../answerCheck.ts';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const get = (path: string, who = 'samordnare') => house.call<Problem>(who, 'GET', path);
const cursor = (place: unknown) =>
  Buffer.from(typeof place === 'string' ? place : JSON.stringify(place)).toString('base64url');
/** Status, and path and code of every fault. */
async function answerTo(path: string, who?: string): Promise<[number, ...string[]]> {
  const { status, json } = await get(path, who);
  return [status, ...(json.errors ?? []).map(({ path: at, code }) => `${at}: ${code}`)];
}

const strange = [
  'x',
  'a'.repeat(201),
  'a'.repeat(3_000),
  'å'.repeat(700),
  '%00',
  '%E0%A4%A',
  '%2F..%2F..%2Fetc%2Fpasswd',
  'almi%232026-Q3',
  '__proto__',
  'constructor',
  '%F0%9F%98%80',
  "'%20OR%201=1",
  '<script>',
  '%',
  '*',
  ' ',
];

describe('an id that is none of ours is not found, however long or strange', () => {
  test.each([
    ['/actors', 'samordnare'],
    ['/initiatives', 'samordnare'],
    ['/indicators', 'samordnare'],
    ['/agreements', 'samordnare'],
    ['/people', 'admin'],
  ])('%s', async (list, who) => {
    for (const id of strange) expect(await answerTo(`${list}/${id}`, who), id).toEqual([404]);
  });

  test.each(['', '/versions/1', '/events', '/verify', '/impact'])('/reports/…%s', async (what) => {
    for (const id of strange) {
      expect(await answerTo(`/reports/${id}/2026-Q3${what}`), id).toEqual([404]);
      expect(await answerTo(`/reports/almi-basuppdrag-2026/${id}${what}`), id).toEqual([404]);
    }
  });

  test('as a version, a remark or a token too', async () => {
    for (const id of [...strange, '0', '-1', '01', '1.0', '1e0', '+1', '999999', '9'.repeat(30)]) {
      expect(await answerTo(`/reports/almi-basuppdrag-2026/2026-Q1/versions/${id}`), id).toEqual([404]);
      const remark = `/reports/almi-basuppdrag-2026/2026-Q1/remarks/${id}`;
      expect((await house.call('rapportor.almi', 'PUT', remark, { resolved: true })).status, id).toBe(404);
      expect((await house.call('rapportor.almi', 'DELETE', `/me/tokens/${id}`)).status, id).toBe(404);
    }
  });

  test('and an address that is none of ours, signed in or not', async () => {
    for (const path of ['/', '/nope', '/strategy/', '/strategy/x', '//strategy', '/reports/a', '/summary/x'])
      for (const who of ['samordnare', undefined]) expect((await house.call(who, 'GET', path)).status, path).toBe(404);
  });
});

test('an address of ours takes its own methods only, and says which', async () => {
  for (const [method, path, allow] of [
    ['POST', '/strategy', 'GET, HEAD'],
    ['DELETE', '/reports', 'GET, HEAD'],
    ['GET', '/reports/almi-basuppdrag-2026/2026-Q3/draft', 'PUT, PATCH'],
    ['PUT', '/reports/almi-basuppdrag-2026/2026-Q3/approve', 'POST'],
    ['PATCH', '/reports/almi-basuppdrag-2026/2026-Q3/reviewer', 'POST, DELETE'],
    ['OPTIONS', '/me', 'GET, HEAD'],
  ] as const) {
    const answer = await house.call('samordnare', method, path);
    expect([answer.status, answer.headers.get('allow')], path).toEqual([405, allow]);
    expect((await house.call(undefined, method, path)).status, path).toBe(401);
  }
});

describe('a list', () => {
  const lists = [
    ['/reports', 'samordnare'],
    ['/actors', 'samordnare'],
    ['/initiatives', 'samordnare'],
    ['/indicators', 'samordnare'],
    ['/agreements', 'samordnare'],
    ['/summary/contributions?from=2026&to=2026&indicator=radgivningstillfallen', 'samordnare'],
    ['/summary/contributions?from=2026&to=2026&indicator=inkubatorbolag', 'samordnare'],
    ['/people', 'admin'],
    ['/me/tokens', 'samordnare'],
  ] as const;
  const and = (path: string, more: string) => `${path}${path.includes('?') ? '&' : '?'}${more}`;

  test.each(lists)('%s has pages of 1 to 200', async (path, who) => {
    for (const limit of ['0', '201', '-1', '1.5', 'abc', '', 'NaN', 'Infinity', '1e999', '%00', '9'.repeat(400)])
      expect((await answerTo(and(path, `limit=${limit}`), who)).join(), limit).toMatch(/^422,limit: /);
    for (const limit of ['1', '200']) expect(await answerTo(and(path, `limit=${limit}`), who), limit).toEqual([200]);
  });

  test.each(lists)('%s goes on only from a cursor of its own', async (path, who) => {
    const places: unknown[] = [
      ...['zzz', 'null', '[]', '1', '"x"', '{', '\u0000', 'a b', '#', 'x#y'],
      ...[-1, 0, 0.5, 1e300, 'x', null].map((from) => ({ from, source: from, area: from })),
      { from: 1, more: 1 },
      { source: 0, key: {} },
      { source: 0, key: { pk: 'DRAFT#almi-basuppdrag-2026#2026-Q3', sk: 'DRAFT' } },
      { source: 0, key: { pk: 'x', sk: 'y', gsi1pk: 'ACTOR#uf', gsi1sk: 'z' } },
      { source: 0, key: { pk: 'x', sk: 'y', gsi3pk: 'PERIOD#2026-Q3', gsi3sk: 'z' } },
      { source: 1e9, key: { pk: 'x', sk: 'y', gsi1pk: 'ACTOR#uf', gsi1sk: 'z' } },
      { area: 0, key: {} },
      { area: 0, key: { pk: 'PEOPLE', sk: 'x' } },
      { area: 0, key: { pk: 'CONTRIBUTION#official#attraktivt-foretagsklimat', sk: '2025-01-01#' } },
      { area: 99 },
    ];
    for (const place of places) {
      // Any word could be the id of a person to go on after.
      if (path === '/people' && (place === 'zzz' || place === 'null' || place === '1')) continue;
      expect(await answerTo(and(path, `cursor=${cursor(place)}`), who), String(place)).toEqual([
        422,
        'cursor: invalidCursor',
      ]);
    }
    expect((await answerTo(and(path, `cursor=${'a'.repeat(3_000)}`), who))[0]).toBe(422);
  });

  test('passes over what it does not know in its query, and takes the last of two', async () => {
    const plain = await get('/actors?limit=3');
    expect((await get('/actors?limit=3&sort=name&__proto__=x&constructor=y&%00=z')).text).toBe(plain.text);
    expect((await get('/actors?limit=1&limit=3')).text).toBe(plain.text);
  });

  test('of what nobody has is empty', async () => {
    for (const query of ['period=2026-Q9', 'period=__proto__', 'actor=nope', 'focusArea=nope', 'actor=%00'])
      expect((await get(`/reports?${query}`)).json, query).toMatchObject({ items: [] });
    expect(await answerTo(`/reports?actor=${'a'.repeat(101)}`)).toEqual([422, 'actor: too_big']);
    expect(await answerTo('/reports?state=finished')).toEqual([422, 'state: invalid_value']);
    expect(await answerTo('/initiatives?lifecycle=nope')).toEqual([422, 'lifecycle: invalid_value']);
  });
});

describe('figures', () => {
  test.each<[string, ...string[]]>([
    ['/summary', 'from: invalid_type', 'to: invalid_type'],
    ['/summary?from=2026', 'to: invalid_type'],
    ['/summary?from=2026&to=2025', 'from: notAWindow'],
    ['/summary?from=2026-Q5&to=2026-Q5', 'from: notAWindow'],
    ['/summary?from=2026-q1&to=2026-q1', 'from: notAWindow'],
    ['/summary?from=2025-27&to=2025-27', 'from: notAWindow'],
    ['/summary?from=final&to=final', 'from: notAWindow'],
    ['/summary?from=1900&to=2099', 'from: windowTooLong'],
    ['/summary?from=2026&to=2026&groupBy=actor', 'groupBy: invalid_value'],
    ['/summary?from=2026&to=2026&include=draft', 'include: invalid_value'],
    ['/summary?from=2026&to=2026&include=preview&asOf=2026-10-01', 'asOf: officialOnly'],
    ['/summary?from=2026&to=2026&breakdowns=yes&trend=1', 'breakdowns: invalid_value', 'trend: invalid_value'],
    ['/summary/contributions?from=2026&to=2026', 'indicator: invalid_type'],
    ['/coverage', 'period: invalid_type'],
    ['/coverage?period=nope', 'period: notAPeriod'],
    ['/coverage?period=final', 'period: notAPeriod'],
    ['/coverage?period=after-2027', 'period: notAPeriod'],
  ])('%s is refused', async (path, ...faults) => {
    expect(await answerTo(path)).toEqual([422, ...faults]);
  });

  test('are as of an instant or a day that there is, and sorts as it follows', async () => {
    for (const asOf of [
      'now',
      '',
      '2026-02-30',
      '2026-3-1',
      '2026-03-31T12:00:00',
      '2026-03-31 12:00:00Z',
      '1774951200000',
      '9999-12-31T23:59:59-23:59',
      '0000-01-01T00:00:00%2B01:00',
      '2026-13-01T00:00:00Z',
      '2026-03-31T24:00:00Z',
    ])
      expect(await answerTo(`/summary?from=2026&to=2026&asOf=${asOf}`), asOf).toEqual([422, 'asOf: notAnInstant']);
    for (const [asOf, instant] of [
      ['2026-03-31', '2026-03-31T21:59:59.000Z'],
      ['2026-03-31T12:00:00%2B02:00', '2026-03-31T10:00:00.000Z'],
      ['0001-01-01', '0001-01-01T22:59:59.000Z'],
      ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ])
      expect((await get(`/summary?from=2026&to=2026&asOf=${asOf}`)).json).toMatchObject({ asOf: instant });
  });

  test('of an indicator or an area that there is not are not found', async () => {
    const of = '/summary/contributions?from=2026&to=2026&indicator=';
    for (const query of ['nope', '__proto__', 'radgivningstillfallen&focusArea=nope', 'inkubatorbolag&strategicArea=x'])
      expect(await answerTo(of + query), query).toEqual([404]);
  });
});
