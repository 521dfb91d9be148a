import { refusals } from '@insatskollen/shared/refusals.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../answerCheck.ts';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const almi = () => reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
const english = { 'accept-language': 'en' };

describe('a refusal speaks the caller’s language', () => {
  test.each([
    [undefined, 'sv'],
    ['sv', 'sv'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en;q=0.4,sv', 'sv'],
    ['de,en;q=0.5', 'en'],
    ['fi', 'sv'],
    ['*', 'sv'],
    [';;,q=x,', 'sv'],
  ] as const)('Accept-Language %s: %s', async (header, language) => {
    const headers = header === undefined ? {} : { 'accept-language': header };
    const { json } = await house.call<Problem>('ledning', 'GET', '/people', undefined, headers);
    const { detail, title, code } = json;
    expect([code, detail]).toEqual(['notAllowed', refusals.notAllowed[language]]);
    expect(detail.startsWith(title)).toBe(true);
  });

  test('in every fault too, and never another', async () => {
    const values = {
      radgivningstillfallen: { kind: 'value', value: 'ca 5' },
      'nojda-deltagare': { kind: 'ratio', numerator: '3', denominator: '0' },
      'unika-radgivna-kunder': { kind: 'notYetKnown', promisedBy: 'snart' },
    };
    const bodies: [who: string, method: string, path: string, body: unknown][] = [
      ['rapportor.almi', 'PATCH', `${almi().path}/draft`, { answers: { values } }],
      ['rapportor.almi', 'PATCH', `${almi().path}/draft`, { answers: { values: { x: { kind: 'notApplicable' } } } }],
      ['rapportor.almi', 'PATCH', `${almi().path}/draft`, { answers: { texts: { analys: 'å'.repeat(10_001) } } }],
      ['rapportor.almi', 'PATCH', `${almi().path}/draft`, { answers: { texts: { analys: '\u0000' } } }],
      ['rapportor.almi', 'PATCH', `${almi().path}/draft`, { answers: {}, more: 1 }],
      ['rapportor.almi', 'POST', `${almi().path}/request-reopen`, { reason: ' ' }],
      ['samordnare', 'POST', `${almi().path}/return`, { version: 1, remarks: [] }],
      ['samordnare', 'POST', `${almi().path}/return`, { version: 1, remarks: [{ path: 'x', text: ' ' }] }],
      ['samordnare', 'GET', '/summary?from=x&to=y&asOf=z', undefined],
      ['samordnare', 'GET', '/summary?from=1990&to=2026', undefined],
      ['samordnare', 'GET', '/coverage?period=x', undefined],
      ['samordnare', 'GET', '/actors?cursor=x', undefined],
      ['samordnare', 'GET', '/me/tokens?cursor=x', undefined],
      ['admin', 'POST', '/people', { name: 'Å', email: 'a@b.se', roles: ['reporter'], actorIds: [] }],
    ];
    for (const [who, method, path, body] of bodies) {
      const headers = { 'if-match': '*' };
      const swedish = (await house.call<Problem>(who, method, path, body, headers)).json.errors ?? [];
      const inEnglish =
        (await house.call<Problem>(who, method, path, body, { ...headers, ...english })).json.errors ?? [];
      expect(swedish.length, path).toBeGreaterThan(0);
      expect(swedish.map((fault) => [fault.path, fault.code])).toEqual(
        inEnglish.map((fault) => [fault.path, fault.code]),
      );
      for (const [n, { code, message }] of swedish.entries()) {
        expect(inEnglish[n]?.message, `${path} ${code}`).not.toBe(message);
        expect(inEnglish[n]?.message, `${path} ${code}`).not.toMatch(/[åäöÅÄÖ]/);
      }
    }
  });
});

describe('refusals come in the contract’s order', () => {
  const big = 'x'.repeat(2_000_000);
  const path = () => `${almi().path}/draft`;
  const refusedWith = async (who: string | undefined, at: string, body: string, headers = {}) => {
    const { status, json } = await house.call(who, 'PUT', at, body, headers);
    return [status, 'code' in json ? json.code : undefined];
  };
  const other = { 'content-type': 'text/plain' };
  const fine = '{"answers":{"values":{},"texts":{}}}';

  test('each before those that come after it', async () => {
    await almi().write({ values: {}, texts: {} });
    expect(await refusedWith(undefined, '/reports/x/y/draft', big, other)).toEqual([401, 'notSignedIn']);
    expect(await refusedWith('samordnare', '/reports/x/y/draft', big, other)).toEqual([403, 'notAllowed']);
    expect(await refusedWith('rapportor.uf', path(), big, other)).toEqual([404, 'notFound']);
    expect(await refusedWith('rapportor.almi', path(), big, other)).toEqual([413, 'tooLarge']);
    expect(await refusedWith('rapportor.almi', path(), '{', other)).toEqual([415, 'notJson']);
    expect(await refusedWith('rapportor.almi', path(), '{')).toEqual([400, 'malformed']);
    expect(await refusedWith('rapportor.almi', path(), '{}')).toEqual([422, 'invalid']);
    expect(await refusedWith('rapportor.almi', path(), fine)).toEqual([428, 'versionNeeded']);
    expect(await refusedWith('rapportor.almi', path(), fine, { 'if-match': '"0"' })).toEqual([412, 'stale']);
    const nobody = reportAt(house, 'almi-basuppdrag-2026', '2026-Q2');
    expect(await refusedWith('rapportor.almi', `${nobody.path}/draft`, fine, { 'if-match': '*' })).toEqual([
      409,
      'wrongState',
    ]);
  });

  test('a decision’s too', async () => {
    const report = reportAt(house, 'mitc-2026', '2026-Q3');
    const version = await report.submitFilled(40);
    const approve = async (body: object, who = 'samordnare') => {
      const { status, json } = await house.call(who, 'POST', `${report.path}/approve`, body);
      return [status, 'code' in json ? json.code : undefined];
    };
    expect(await approve({ version, note: 1 }, 'ledning')).toEqual([403, 'notAllowed']);
    expect(await approve({ note: 1 })).toEqual([422, 'invalid']);
    expect(await approve({})).toEqual([428, 'versionNeeded']);
    expect(await approve({ version: version + 1 })).toEqual([412, 'stale']);
    await report.sendBack('samordnare', version, { message: 'Komplettera.' });
    expect(await approve({ version: version + 1 })).toEqual([412, 'stale']);
    expect(await approve({ version })).toEqual([409, 'wrongState']);
  });
});

describe('what is stale is told with what is current and who changed it', () => {
  test('in a draft, a state, a version and a person', async () => {
    const report = reportAt(house, 'stua-turism-2026', '2026-Q4');
    await report.write({ values: {}, texts: {} });
    const first = (await report.read()).etag ?? '';
    await report.write({ values: {}, texts: { analys: 'Ny.' } });
    const now = (await report.read()).etag;
    const byStina = { changedBy: { name: 'Stina Stua' }, current: { etag: now, version: 0, state: 'draft' } };
    for (const etag of [first, '"0"', '"x"', `W/${now}`, 'x'.repeat(5_000)])
      expect([
        (await report.write({ values: {}, texts: {} }, etag)).status,
        (await report.write({}, etag)).json,
      ]).toMatchObject([412, byStina]);
    for (const etag of ['"x"', '"9.9"', '"1.9"', `W/${now}`])
      expect((await report.patch({ texts: {} }, etag)).json, etag).toMatchObject({ code: 'stale', ...byStina });
    expect((await report.submit(first)).json).toMatchObject({ code: 'stale', ...byStina });
    const conflict = await report.patch({ texts: { analys: 'Min.' } }, '"0"');
    expect([conflict.status, conflict.json]).toMatchObject([
      412,
      { code: 'entryConflict', conflicts: [{ path: 'texts.analys', theirs: 'Ny.', yours: 'Min.' }] },
    ]);
    expect((await report.read()).json.answers.texts).toEqual({ analys: 'Ny.' });

    const sent = reportAt(house, 'create-2026', '2026-Q3');
    const version = await sent.submitFilled(40);
    const { etag } = await sent.read();
    await sent.sendBack('samordnare', version, { message: 'Komplettera.' });
    expect((await sent.recall(etag ?? '')).json).toMatchObject({
      code: 'stale',
      current: { version, state: 'returned' },
      changedBy: { name: 'Sam Samordnare' },
    });
    const person = { name: 'Lena', roles: ['leader'], actorIds: [], active: true, version: 7 };
    const { json } = await house.call('admin', 'PUT', '/people/demo-ledning', person);
    expect(json).toMatchObject({ code: 'stale', current: { version: 1 } });
  });
});

test('what is too early says from when, and what is in another state from which it works', async () => {
  const early = reportAt(house, 'natverk-naringsliv-2026', '2026-H2');
  await early.fill(40);
  const submitted = await early.submit();
  expect([submitted.status, submitted.json]).toMatchObject([
    409,
    { code: 'tooEarly', opensAt: '2026-12-17T00:00:00+01:00' },
  ]);
  const approved = reportAt(house, 'almi-basuppdrag-2026', '2026-Q2');
  expect((await approved.recall()).json).toMatchObject({
    code: 'wrongState',
    state: 'approved',
    states: ['submitted'],
  });
  expect((await approved.fill(1)).json).toMatchObject({
    code: 'wrongState',
    states: ['notStarted', 'draft', 'returned'],
  });
});
