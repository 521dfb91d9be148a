import { verify } from '@insatskollen/functions/audit/verify.ts';
import type { ReportItem } from '@insatskollen/functions/reports/schemas.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
/** Once for each group of tests: every figure can be counted again from what was written. */
const isWhole = async () => expect((await verify(house.deps)).differences).toEqual([]);

interface Group {
  id: string;
  coverage: { expected: number; notStarted: number };
  indicators: { id: string; value?: string | null; target: string | null }[];
}
const area = async (year: string, asOf?: string): Promise<Group> => {
  const at = asOf === undefined ? '' : `&asOf=${encodeURIComponent(asOf)}`;
  const { json } = await house.call<{ groups: Group[] }>('samordnare', 'GET', `/summary?from=${year}&to=${year}${at}`);
  const group = json.groups.find(({ id }) => id === 'starka-nyforetagande');
  if (!group) throw new Error('the area is not there');
  return group;
};
/** What the area says of a year, to be compared with what it said before. */
async function told(year: string) {
  const { coverage, indicators } = await area(year);
  const of = (id: string) => indicators.find((one) => one.id === id);
  const number = (decimal: string | null | undefined) => Number(decimal ?? 0);
  return {
    expected: coverage.expected,
    flow: number(of('startade-foretag')?.value),
    flowTarget: number(of('startade-foretag')?.target),
    stock: number(of('inkubatorbolag')?.value),
    stockTarget: number(of('inkubatorbolag')?.target),
  };
}
type Told = Awaited<ReturnType<typeof told>>;
const since = (before: Told, after: Told): Partial<Told> =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, value]) => [name, value - before[name as keyof Told]] as const)
      .filter(([, change]) => change !== 0),
  );
const call = (method: string, path: string, body?: unknown, headers = {}) =>
  house.call<Agreement>('samordnare', method, path, body, headers);
const make = (body: object) => call('POST', '/agreements', body);

/** The same target in each quarter from July one year to June the next. */
const quarters = (year: number, each: string) =>
  Object.fromEntries([`${year}-Q3`, `${year}-Q4`, `${year + 1}-Q1`, `${year + 1}-Q2`].map((period) => [period, each]));
/** An agreement that Almi could have from July one year to June the next. */
const wanted = (year: number, more: object = {}) => ({
  reference: `RS-${year}`,
  actorId: 'almi',
  initiativeId: 'innovationssystemet-runt-mdu',
  termStart: `${year}-07-01`,
  termEnd: `${year + 1}-06-30`,
  frequency: 'quarterly',
  dueDays: 30,
  succeeds: null,
  goal: 'Fler ska starta företag.',
  criteria: ['I hela länet'],
  indicators: [
    {
      indicatorId: 'startade-foretag',
      required: true,
      breakdowns: [],
      targets: { year: '20', periods: quarters(year, '10') },
    },
    { indicatorId: 'inkubatorbolag', required: false, breakdowns: [], targets: { periods: quarters(year, '7') } },
  ],
  questions: ['analys'],
  financing: { own: '1 000,50', eu: '500000' },
  rusPriorities: [],
  ...more,
});
const id = 'innovationssystemet-runt-mdu-2026';
const path = `/agreements/${id}`;

describe('an agreement that is made', () => {
  afterAll(isWhole);
  test('is there with its reports, its coverage and its targets at once', async () => {
    const before = await told('2027');
    house.pass(1);
    const made = await make(wanted(2026));
    expect([made.status, made.etag]).toEqual([201, '"1"']);
    expect(made.json).toMatchObject({ id, version: 1, financing: { own: '1000.5' } });
    expect((await call('GET', path)).json).toEqual(made.json);
    const { json } = await house.call<{ items: ReportItem[] }>('rapportor.almi', 'GET', '/reports?period=2027-Q2');
    expect(json.items).toContainEqual(
      expect.objectContaining({ agreementId: id, state: 'notStarted', dueAt: '2027-07-30T23:59:59+02:00' }),
    );
    expect(since(before, await told('2027'))).toEqual({ expected: 2, flowTarget: 20 });
    const earlier = await area('2027', '2026-11-20T07:00:30Z');
    expect(earlier.coverage.expected).toBe(before.expected);
  });

  test('can be reported under, to the figure', async () => {
    const before = await told('2026');
    const report = reportAt(house, id, '2026-Q3');
    const answers = {
      values: {
        'startade-foretag': { kind: 'value', value: '12' },
        inkubatorbolag: { kind: 'value', value: '5' },
      },
      texts: { analys: 'Bra.' },
    };
    expect(
      (await house.call('rapportor.almi', 'PUT', `${report.path}/draft`, { answers }, { 'if-match': '"0"' })).status,
    ).toBe(200);
    expect((await house.call('rapportor.almi', 'POST', `${report.path}/submit`, {}, { 'if-match': '*' })).status).toBe(
      200,
    );
    expect((await report.approve('samordnare', 1)).status).toBe(200);
    expect(since(before, await told('2026'))).toEqual({ flow: 12, stock: 5 });
  });

  test('that succeeds another goes on with its chain', async () => {
    const before = await told('2027');
    const next = await make(wanted(2027, { succeeds: id }));
    expect(next.status).toBe(201);
    // The chain no longer ends within the year, so its target of stock counts on the year's last day.
    expect(since(before, await told('2027'))).toEqual({ expected: 2, flowTarget: 20, stockTarget: 7 });
  });

  test('is made once by the same key, and by two who press at once', async () => {
    const key = { 'idempotency-key': 'agreement-2035' };
    const twice = await Promise.all([1, 2].map(() => call('POST', '/agreements', wanted(2035), key)));
    const made = [201, 'innovationssystemet-runt-mdu-2035'];
    expect(twice.map(({ status, json }) => [status, json.id])).toEqual([made, made]);
    const together = await Promise.all([1, 2].map(() => make(wanted(2037))));
    expect(together.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await area('2037')).coverage.expected).toBe(2);
  });
});

describe('an agreement that is changed', () => {
  afterAll(isWhole);
  test('leaves what is begun as it was, and moves the rest', async () => {
    const before = await told('2026');
    const { json, etag } = await call('GET', path);
    const indicators = json.indicators.map((one) =>
      one.indicatorId === 'startade-foretag' ? { ...one, targets: { periods: quarters(2026, '30') } } : one,
    );
    const changed = await call(
      'PUT',
      path,
      { ...json, version: undefined, indicators, dueDays: 60, reason: 'Ny budget.' },
      { 'if-match': etag ?? '' },
    );
    expect([changed.status, changed.etag, changed.json.version]).toEqual([200, '"2"', 2]);
    expect(since(before, await told('2026'))).toEqual({ flowTarget: 20 });
    const pinned = (await reportAt(house, id, '2026-Q3').read('samordnare')).json;
    const free = (await reportAt(house, id, '2026-Q4').read('samordnare')).json;
    expect([pinned.agreement.version, free.agreement.version]).toEqual([1, 2]);
    expect(free.dueAt).toBe('2027-03-01T23:59:59+01:00');
  });

  test('says who changed what, and why', async () => {
    const { json } = await house.call<{ items: { what: string; reason: string; fields: { path: string }[] }[] }>(
      'rapportor.almi',
      'GET',
      `${path}/changes`,
    );
    expect(json.items[0]).toMatchObject({ what: 'amended', reason: 'Ny budget.' });
    expect(json.items[0]?.fields).toContainEqual({ path: 'dueDays', before: 30, after: 60 });
  });

  test('is refused from an older version, and without one', async () => {
    const { json } = await call('GET', path);
    expect((await call('PUT', path, { ...json, version: undefined })).status).toBe(428);
    const stale = await call('PUT', path, { ...json, version: 1 });
    expect([stale.status, stale.json]).toMatchObject([412, { code: 'stale', current: { version: 2 } }]);
  });

  test('is refused when a report that is begun would be orphaned or doubled, or its party changed', async () => {
    const { json } = await call('GET', path);
    const before = await wholeTable(house.bare);
    const refused = async (more: object) => {
      const { status, json: problem } = await house.call<{ errors: { path: string; code: string }[] }>(
        'samordnare',
        'PUT',
        path,
        { ...json, indicators: [], ...more },
      );
      return [status, ...problem.errors.map(({ path: at, code }) => `${at}: ${code}`)];
    };
    expect(await refused({ termStart: '2026-10-01' })).toEqual([422, 'termEnd: wouldOrphan']);
    expect(await refused({ frequency: 'half-yearly' })).toEqual([
      422,
      'frequency: wouldDouble',
      'termEnd: wouldOrphan',
    ]);
    expect(await refused({ actorId: 'uf' })).toEqual([422, 'actorId: fixed']);
    expect(await refused({ effectiveFrom: 'next week' })).toEqual([422, 'effectiveFrom: notAPeriod']);
    expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
  });

  test('moves to another rate from a period on', async () => {
    const before = await told('2027');
    const { json } = await call('GET', path);
    const more = { indicators: [], frequency: 'half-yearly', effectiveFrom: '2027-H1' };
    expect((await call('PUT', path, { ...json, ...more })).status).toBe(200);
    const { json: reports } = await house.call<{ items: ReportItem[] }>(
      'samordnare',
      'GET',
      '/reports?actor=almi&limit=200',
    );
    const own = reports.items.filter(({ agreementId }) => agreementId === id);
    expect(own.map(({ period }) => period).sort()).toEqual(['2026-Q3', '2026-Q4', '2027-H1']);
    expect(since(before, await told('2027')).expected).toBe(-1);
  });
});

describe('reports at and after the end', () => {
  afterAll(isWhole);
  const ending = { termStart: '2026-10-01', termEnd: '2026-11-30', closing: { final: true, after: ['2028', '2027'] } };
  const short = {
    id: 'almi-slut-2026',
    initiativeId: 'uf-basuppdrag',
    indicators: wanted(2026).indicators.map((one) => ({ ...one, targets: {} })),
  };

  test('are there with the others, and count in no window', async () => {
    const before = await told('2026');
    expect((await make(wanted(2026, { ...short, ...ending }))).status).toBe(201);
    const { json } = await house.call<{ items: ReportItem[] }>(
      'rapportor.almi',
      'GET',
      '/reports?actor=almi&limit=200',
    );
    const own = json.items.filter(({ agreementId }) => agreementId === short.id);
    expect(own.map(({ period, dueAt }) => [period, dueAt.slice(0, 10)]).sort()).toEqual([
      ['2026-Q4', '2027-02-01'],
      ['after-2027', '2028-01-31'],
      ['after-2028', '2029-01-30'],
      ['final', '2026-12-30'],
    ]);
    expect(since(before, await told('2026'))).toEqual({ expected: 1 });
  });

  test('are reported and approved as others are, and move no figure', async () => {
    const before = await told('2026');
    const final = reportAt(house, short.id, 'final');
    expect(await final.submitFilled(3)).toBe(1);
    const impact = await final.impact('samordnare');
    expect([
      impact.status,
      impact.json.indicators.every((one) => JSON.stringify(one.before) === JSON.stringify(one.after)),
    ]).toEqual([200, true]);
    expect((await final.approve('samordnare', 1)).status).toBe(200);
    expect((await final.read('ledning')).json).toMatchObject({ period: 'final', state: 'approved' });
    expect(since(before, await told('2026'))).toEqual({});
    for (const indicator of ['startade-foretag', 'inkubatorbolag']) {
      const made = await house.call<{ items: { period: string; agreementId: string }[] }>(
        'samordnare',
        'GET',
        `/summary/contributions?from=2026&to=2026&focusArea=starka-nyforetagande&indicator=${indicator}`,
      );
      expect(made.status).toBe(200);
      expect(made.json.items.filter(({ agreementId }) => agreementId === short.id)).toEqual([]);
    }
  });

  test('follow an amendment until they are begun, and cannot be taken away then', async () => {
    const { json } = await call('GET', `/agreements/${short.id}`);
    const put = (closing: object) =>
      house.call<{ errors: { path: string; code: string }[] }>('samordnare', 'PUT', `/agreements/${short.id}`, {
        ...json,
        closing,
      });
    const refused = await put({ final: false, after: [] });
    expect([refused.status, refused.json.errors]).toMatchObject([422, [{ path: 'closing', code: 'wouldOrphan' }]]);
    const wrong = await put({ final: true, after: ['2026', 'snart'] });
    expect(wrong.json.errors.map(({ path: at, code }) => `${at}: ${code}`)).toEqual([
      'closing.after.0: notAfter',
      'closing.after.1: notAYear',
    ]);
    expect((await put({ final: true, after: ['2027'] })).status).toBe(200);
    expect((await reportAt(house, short.id, 'after-2028').read('samordnare')).status).toBe(404);
  });
});

describe('what is confidential in an agreement', () => {
  const of = 'almi-basuppdrag-2025';
  const secret = 'Förhandlingen om lånefonden';
  const mark = (field: string) => ({ field, chapter: '19', section: '3', reason: 'Upphandling pågår.' });
  const places = [
    `/agreements/${of}`,
    '/agreements?limit=200',
    `/agreements/${of}/changes`,
    `/reports/${of}/2025-Q1`,
    '/exports/agreements.csv',
  ];
  const saysSecret = async (who: string, path: string) => {
    const { status, text } = await house.call(who, 'GET', path);
    return [status, text.includes(secret), text.includes('987654321')];
  };

  test('is seen by coordinators and its actor, and masked with its ground for all others, wherever it stands', async () => {
    const { json } = await call('GET', `/agreements/${of}`);
    const marked = { goal: secret, financing: { own: '987654321' }, confidential: [mark('goal'), mark('financing')] };
    expect((await call('PUT', `/agreements/${of}`, { ...json, ...marked })).status).toBe(200);
    for (const path of places) {
      // A report that was begun is pinned to the terms from before.
      const holds = !path.startsWith('/reports');
      for (const who of ['samordnare', 'rapportor.almi'])
        expect([who, path, ...(await saysSecret(who, path))]).toEqual([who, path, 200, holds, holds]);
      expect([path, ...(await saysSecret('ledning', path))]).toEqual([path, 200, false, false]);
    }
    expect((await house.call<Agreement>('ledning', 'GET', `/agreements/${of}`)).json).toMatchObject({
      goal: '',
      criteria: json.criteria,
      financing: {},
      confidential: [
        { field: 'goal', chapter: '19', section: '3', masked: true },
        { field: 'financing', chapter: '19', section: '3', masked: true },
      ],
    });
    const { json: history } = await house.call<{ items: { fields: { path: string; after: unknown }[] }[] }>(
      'ledning',
      'GET',
      `/agreements/${of}/changes`,
    );
    expect(history.items[0]?.fields).toContainEqual({ path: 'goal', before: null, after: null });
  });

  test('is masked in a report that is read by others', async () => {
    const closing = { goal: secret, confidential: [mark('goal')] };
    const { json } = await call('GET', '/agreements/almi-slut-2026');
    expect((await call('PUT', '/agreements/almi-slut-2026', { ...json, ...closing })).status).toBe(200);
    const { path: free } = reportAt(house, 'almi-slut-2026', '2026-Q4');
    expect(await reportAt(house, 'almi-slut-2026', '2026-Q4').submitFilled(5)).toBe(1);
    expect((await reportAt(house, 'almi-slut-2026', '2026-Q4').approve('samordnare', 1)).status).toBe(200);
    expect(await saysSecret('rapportor.almi', free)).toEqual([200, true, false]);
    expect(await saysSecret('ledning', free)).toEqual([200, false, false]);
  });

  test('is marked once, of what can be marked, with a ground', async () => {
    const { json } = await call('GET', `/agreements/${of}`);
    const put = async (confidential: object[]) => {
      const { status, json: problem } = await house.call<{ errors: { path: string }[] }>(
        'samordnare',
        'PUT',
        `/agreements/${of}`,
        { ...json, confidential },
      );
      return [status, ...problem.errors.map(({ path: at }) => at)];
    };
    expect(await put([mark('goal'), mark('goal')])).toEqual([422, 'confidential.1.field']);
    expect(await put([mark('actorId')])).toEqual([422, 'confidential.0.field']);
    expect(await put([{ ...mark('goal'), chapter: ' ' }])).toEqual([422, 'confidential.0.chapter']);
  });
});

describe('bad input', () => {
  test.each<[string, object, string]>([
    ['reversed days', { termStart: '2041-06-30', termEnd: '2040-07-01' }, 'termEnd'],
    ['negative money', { financing: { own: '-1' } }, 'financing.own'],
    [
      'targets that do not sum',
      {
        indicators: [
          {
            indicatorId: 'startade-foretag',
            required: true,
            breakdowns: [],
            targets: { year: '1', periods: quarters(2040, '1') },
          },
        ],
      },
      'indicators.0.targets.year',
    ],
    ['a goal of ten thousand characters and one', { goal: 'x'.repeat(10_001) }, 'goal'],
    ['an actor of ten thousand characters', { actorId: 'x'.repeat(10_000) }, 'actorId'],
    ['a null byte in the reference', { reference: 'a\u0000b' }, 'reference'],
    ['a field that nobody knows', { colour: 'red' }, 'colour'],
    ['an overlap', { termStart: '2038-06-30', indicators: [] }, 'termStart'],
    ['a text for a number', { dueDays: '30' }, 'dueDays'],
    ['an id that is no id', { id: '../x' }, 'id'],
    ['an id that is taken', { id: 'almi-basuppdrag-2026' }, 'id'],
  ])('%s is refused and names the field', async (_, more, path) => {
    const before = await wholeTable(house.bare);
    const { status, json } = await house.call<{ errors: { path: string }[] }>(
      'samordnare',
      'POST',
      '/agreements',
      wanted(2040, more),
    );
    expect([status, json.errors.map((one) => one.path)]).toEqual([422, [path]]);
    expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
  });

  test('nobody but a coordinator writes an agreement', async () => {
    for (const who of ['rapportor.almi', 'ledning', 'admin'])
      expect((await house.call(who, 'POST', '/agreements', wanted(2041))).status).toBe(403);
  });
});
