import { createApp } from '@insatskollen/functions/app.ts';
import { declaredEndpoints } from '@insatskollen/functions/http/endpoint.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { cookieNames } from '@insatskollen/functions/people/cookies.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type Call, type House } from '../../flow/house.ts';
import { answersTo, lifeOf, yearly } from '../../flow/life.ts';
import type { Name } from '../../flow/people.ts';
import { undocumented } from '../../flow/play.ts';

const throttled = () => Object.assign(new Error('Throughput exceeds'), { name: 'ThrottlingException' });
/** What it looks like from here when the table is away or will take no more. */
const troubles: Record<string, () => Error> = {
  throttling: throttled,
  'a full partition': () => Object.assign(new Error('full'), { name: 'ProvisionedThroughputExceededException' }),
  'a broken connection': () => Object.assign(new Error('socket hang up'), { name: 'Error', code: 'ECONNRESET' }),
  'nobody there': () => Object.assign(new Error('refused'), { name: 'Error', code: 'ECONNREFUSED' }),
  'no answer in time': () => Object.assign(new Error('too slow'), { name: 'TimeoutError' }),
  'a fault of its own': () =>
    Object.assign(new Error('oops'), { name: 'InternalServerError', $metadata: { httpStatusCode: 500 } }),
};
const failing = (trouble: () => Error) => (): Send => () => Promise.reject(trouble());

const agreed = yearly('advice');
let house: House;
let life: ReturnType<typeof lifeOf>;
beforeAll(async () => {
  house = await openHouse({ agreements: [agreed], now: '2026-04-13T08:00:00.000Z' });
  life = lifeOf(house.door, agreed);
  await life.save();
});

const places: Record<string, string> = {
  agreementId: 'advice',
  period: '2026-Q1',
  n: '1',
  id: 'north',
  areaId: 'start',
  window: '2026',
};
const window = '?from=2026&to=2026';
const questions: Record<string, string> = {
  '/exports/summary.csv': window,
  '/exports/summary.xlsx': window,
  '/exports/summary.json': window,
  '/exports/feed/figures.json': window,
  '/exports/contributions.csv': `${window}&indicator=visits`,
  '/exports/contributions.xlsx': `${window}&indicator=visits`,
  '/exports/chart.svg': `${window}&area=start&indicator=visits`,
  '/exports/chart.png': `${window}&area=start&indicator=visits`,
  '/summary': '?from=2026&to=2026',
  '/summary/contributions': '?from=2026&to=2026&indicator=visits',
  '/summary/corrections': '?from=2026&to=2026&since=2026-01-01',
  '/actors/{id}/results': '?from=2026&to=2026',
  '/initiatives/{id}/results': '?from=2026&to=2026',
  '/rus-priorities/{id}/results': '?from=2026&to=2026',
  '/summary/financing': '?from=2026&to=2026',
  '/coverage': '?period=2026',
  '/calendar': '?from=2026-01-01&to=2026-12-31',
  '/assessments': '?window=2026',
  '/search': '?q=done',
};
const bodies: Record<string, unknown> = {
  'post /people': { name: 'Ny', email: 'ny@flow.example', roles: ['leader'], actorIds: [] },
  'post /me/tokens': { name: 'excel', scope: 'read' },
};
/** Who may do what each endpoint does: the first of these that is not refused for their roles. */
const people: readonly Name[] = ['anna', 'kim', 'lea', 'ada'];

const calls = (): Call[][] =>
  declaredEndpoints().map(({ method, path: declared }) => {
    const path = declared.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? name);
    const verb = method.toUpperCase() as Call['method'];
    const body = method === 'get' || method === 'delete' ? {} : { body: bodies[`${method} ${declared}`] ?? {} };
    const headers = { 'if-match': '*', 'idempotency-key': 'k' };
    return people.map((who) => ({ who, method: verb, path: path + (questions[declared] ?? ''), headers, ...body }));
  });

describe.each(Object.entries(troubles))('with %s at the table', (_, trouble) => {
  test('every endpoint says when to try again, and none that something went wrong', async () => {
    const away = house.doorThrough(failing(trouble));
    const answers = await Promise.all(
      calls().map(async (asPeople) => {
        const all = await Promise.all(asPeople.map(async (call) => ({ call, answer: await away(call) })));
        const [first] = all.filter(({ answer }) => answer.status !== 403);
        return first ?? all[0];
      }),
    );
    expect(answers.length).toBeGreaterThan(20);
    const other = answers.filter((one) => one?.answer.status !== 503);
    expect(other.map((one) => `${one?.call.method} ${one?.call.path} ${one?.answer.status}`)).toEqual([
      // Who one is comes with the session; nothing more is asked for.
      'GET /me 200',
      // These take a file, and say that they got none before they ask for anything.
      'POST /imports/initiatives 415',
      'POST /imports/agreements 415',
      'POST /imports/targets 415',
    ]);
    for (const { answer } of answers.flatMap((one) => (one?.answer.status === 503 ? [one] : []))) {
      expect(undocumented(answer)).toBeUndefined();
      expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      expect(answer.text).not.toContain(trouble().message);
    }
  });

  test('nobody is taken for someone unknown because it cannot be asked who they are', async () => {
    const app = createApp({ ...house.deps, table: house.deps.table.through(failing(trouble)) });
    const secret = 's'.repeat(43);
    const ways: [string, Record<string, string>][] = [
      ['/api/v1/me', { authorization: `Bearer ik_${secret}` }],
      ['/api/v1/me', { cookie: `${cookieNames('http://localhost').session}=${secret}` }],
      ['/api/health', {}],
    ];
    for (const [path, headers] of ways) {
      const answer = await app.fetch(new Request(`http://localhost${path}`, { headers }));
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    }
  });
});

describe('a table that comes back', () => {
  /** Fails so many requests, and then no more. */
  const failingFirst = (times: number) => {
    let left = times;
    return (send: Send): Send =>
      (command) =>
        left-- > 0 ? Promise.reject(throttled()) : send(command);
  };

  test('is asked again, and nobody notices a short trouble', async () => {
    const door = house.doorThrough(failingFirst(3));
    const call: Call = {
      who: 'anna',
      method: 'PUT',
      path: `${life.path}/draft`,
      body: { answers: answersTo(agreed, 2) },
      headers: { 'if-match': '*' },
    };
    expect((await door(call)).status).toBe(200);
  });

  test('finds nothing half done: what was refused can be sent again as it is', async () => {
    const { etag } = await life.look();
    const body = { answers: answersTo(agreed, 3) };
    const call: Call = { who: 'anna', method: 'PUT', path: `${life.path}/draft`, body, headers: { 'if-match': etag } };
    expect((await house.doorThrough(failing(throttled))(call)).status).toBe(503);
    expect((await life.look()).etag).toBe(etag);
    expect((await house.door(call)).status).toBe(200);
  });
});
