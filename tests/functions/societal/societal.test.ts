import { societalKey } from '@insatskollen/functions/table/keys.ts';
import { readReference, readSociety } from '@insatskollen/infra/reference/read.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

interface Value {
  series: string;
  geography: string;
  period: string;
  gender: string;
  value: string | null;
  source: string;
  sourceDate: string | null;
  how: string;
  at: string;
  synthetic: boolean;
}
interface Societal {
  id: string;
  version: number;
  until: string | null;
  replacedBy: string | null;
  values: Value[];
}
interface Changes {
  items: {
    version: number;
    what: string;
    reason: string;
    fields: { path: string; before: unknown; after: unknown }[];
  }[];
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
const at = (id: string) => `/societal-indicators/${id}`;
const list = async (query = '') =>
  (await house.call<{ items: Societal[]; groups: string[] }>('avdelning', 'GET', `/societal-indicators${query}`)).json;
const one = async (id: string) => (await house.call<Societal>('ledning', 'GET', at(id))).json;
const enter = (id: string, body: object, headers: Record<string, string> = {}) =>
  house.call<Societal & { code: string; errors: { path: string; code: string }[] }>(
    'samordnare',
    'PUT',
    `${at(id)}/values`,
    body,
    headers,
  );
const value = (more: object = {}) => ({
  series: 'manuell',
  geography: '04',
  period: '2025',
  value: '51 234,5',
  ...more,
});
const source = 'SCB, Utrikeshandel 2025';

describe('what is followed of society', () => {
  test('is the plan’s 22 indicators in its four groups, with what is not verified said', async () => {
    const { items, groups } = await list();
    expect(groups).toEqual(['rus', 'base-business', 'base-labour', 'complementary']);
    expect(items.length).toBe(22);
    const { indicators } = readSociety();
    expect(items.map(({ id }) => id)).toEqual(indicators.map(({ id }) => id));
    expect(indicators.filter(({ sourceVerified }) => !sourceVerified).map(({ sourceId }) => sourceId)).toEqual([
      ...['RUS-N2', 'RUS-N4', 'RUS-N5', 'RUS-N6', 'BAS-N2', 'BAS-A6', 'KI1', 'KI3'],
    ]);
  });

  test('can be read where it was stored before its notes were in two languages', async () => {
    const key = societalKey('digitaliseringsindex');
    const item = await house.bare.get(key);
    const { caveats, ...content } = z
      .looseObject({ caveats: z.array(z.object({ sv: z.string() })) })
      .parse(item?.['content']);
    const older = { ...content, caveats: caveats.map(({ sv }) => sv) };
    await house.bare.put({ Item: { ...item, ...key, content: older } });
    const { json } = await house.call<{ caveats: unknown }>('ledning', 'GET', at('digitaliseringsindex'));
    expect(json.caveats).toEqual(caveats.map(({ sv }) => ({ sv, en: sv })));
    await house.bare.put({ Item: { ...item, ...key } });
  });

  test('shares no id with the indicators of results', () => {
    const results = new Set(readReference().indicator.map(({ id }) => id));
    expect(readSociety().indicators.filter(({ id }) => results.has(id))).toEqual([]);
  });

  test('names only series that it has, and places that there are', () => {
    for (const { series, seriesBreaks } of readSociety().indicators) {
      const ids = series.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const named = [
        ...seriesBreaks.flatMap((one) => one.series ?? []),
        ...series.flatMap((one) => one.replacedBy ?? []),
        ...series.flatMap(({ source: from }) => (from.type === 'quotient' ? [from.numerator, from.denominator] : [])),
      ];
      expect(ids).toEqual(expect.arrayContaining(named));
    }
    expect(readSociety().geographies.length).toBe(15);
  });

  test('can be asked for some places and from a year, for all people together', async () => {
    const { items } = await list('?geography=04,00&from=2024');
    const values = items.find(({ id }) => id === 'arbetsloshet')?.values ?? [];
    expect(values.map(({ geography, period, gender }) => `${geography} ${period} ${gender}`)).toEqual([
      ...['00 2024 total', '00 2025 total', '04 2024 total', '04 2025 total'],
    ]);
    expect(values.every(({ synthetic, source: from }) => synthetic && from === 'Påhittat för demon')).toBe(true);
  });

  test('says of everything made up that it is', async () => {
    const { items } = await list();
    expect(items.flatMap(({ values }) => values).filter(({ synthetic }) => !synthetic)).toEqual([]);
    expect(items.filter(({ values }) => values.length > 0).length).toBeGreaterThanOrEqual(5);
  });

  test('keeps what a value was before it was revised', async () => {
    const { items } = (await house.call<Changes>('rapportor.almi', 'GET', `${at('arbetsloshet')}/changes`)).json;
    expect(items.map(({ what, fields }) => [what, fields.length])).toEqual([
      ['entered', 1],
      ['entered', 225],
    ]);
    const [revised] = items[0]?.fields ?? [];
    expect(revised?.path).toBe('values.N03941.04.2024.total');
    expect(Number(revised?.before) - Number(revised?.after)).toBeCloseTo(0.3);
  });
});

describe('values that are entered by hand', () => {
  const id = 'exportvarde-per-invanare';

  test('are read in the Swedish way, kept with source, day and who, and replace only what was in their place', async () => {
    const first = await enter(
      id,
      { values: [value(), value({ geography: '00', value: '99000' })], source },
      { 'if-match': '"1"' },
    );
    expect([first.status, first.etag]).toEqual([200, '"2"']);
    const again = {
      values: [value({ value: '51300' })],
      source: 'SCB, reviderat',
      sourceDate: '2026-10-01',
      version: 2,
    };
    expect((await enter(id, again)).status).toBe(200);
    const { values, version } = await one(id);
    expect(version).toBe(3);
    expect(
      values.map(({ geography, value: now, source: from, sourceDate, how, synthetic }) => [
        ...[geography, now, from, sourceDate, how, synthetic],
      ]),
    ).toEqual([
      ['00', '99000', source, null, 'entered', false],
      ['04', '51300', 'SCB, reviderat', '2026-10-01', 'entered', false],
    ]);
    const { items } = (await house.call<Changes>('ledning', 'GET', `${at(id)}/changes`)).json;
    expect(items[0]).toMatchObject({
      ...{ version: 3, what: 'entered', by: 'demo-samordnare', reason: 'SCB, reviderat. 2026-10-01' },
      fields: [{ path: 'values.manuell.04.2025.total', before: '51234.5', after: '51300' }],
    });
  });

  test('twice are one change, and a stale version is told who was first', async () => {
    const { version } = await one(id);
    const same = { values: [value({ value: '51300' })], source, version };
    expect((await enter(id, same)).json.version).toBe(version);
    const stale = await enter(id, { ...same, version: version - 1 });
    expect([stale.status, stale.json.code]).toEqual([412, 'stale']);
    expect((await enter(id, { values: [value()], source })).status).toBe(428);
  });

  test('can be taken back, and the history says what was there', async () => {
    const { version } = await one(id);
    await enter(id, { values: [value({ geography: '00', value: null })], source, version });
    expect((await one(id)).values.find(({ geography }) => geography === '00')?.value).toBeNull();
  });

  test('are refused all at once, each with what is wrong', async () => {
    const wrong = [
      value({ series: 'N00999' }),
      value({ geography: '0480' }),
      value({ period: '2031' }),
      value({ period: '25' }),
      value({ gender: 'women' }),
      value({ geography: '00', value: '1,1234567' }),
      value(),
      value(),
    ];
    const { status, json } = await enter(id, { values: wrong, source, version: 1 });
    expect(status).toBe(422);
    expect(json.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      ...['values.0.series unknownSeries', 'values.1.geography unknownPlace', 'values.2.period notAYear'],
      ...[
        'values.3.period notAYear',
        'values.4.gender notByGender',
        'values.5.value tooManyDecimals',
        'values.7 twice',
      ],
    ]);
    const unread = await enter(id, { values: [value({ value: 'ca 5' })], source: ' ', version: 1 });
    expect(unread.json.errors.map(({ path }) => path)).toEqual(['values.0.value', 'source']);
    const worked = await enter('lonesumma-per-anstalld', { values: [value({ series: 'kvot' })], source, version: 1 });
    expect(worked.json.errors.map(({ code }) => code)).toEqual(['workedOut']);
  });
});

describe('the set that is followed', () => {
  test('can lose an indicator to another, which is shown, and its values stay', async () => {
    const change = (body: object) =>
      house.call<Societal & { errors: { path: string; code: string }[] }>(
        'samordnare',
        'PUT',
        at('digitaliseringsindex'),
        { version: 1, ...body },
      );
    const faulty = await change({ until: null, replacedBy: 'startade-foretag' });
    expect(faulty.json.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      ...['replacedBy unknownIndicator', 'until replacedWithoutEnd'],
    ]);
    const retired = await change({ until: '2025', replacedBy: 'utbildningsniva', reason: 'Ingen utgivare.' });
    expect([retired.status, retired.json.until, retired.json.replacedBy]).toEqual([200, '2025', 'utbildningsniva']);
    const { items } = (await house.call<Changes>('ledning', 'GET', `${at('digitaliseringsindex')}/changes`)).json;
    expect(items.map(({ what, reason }) => [what, reason])).toEqual([['retired', 'Ingen utgivare.']]);
    const late = await enter('digitaliseringsindex', { values: [value({ period: '2026' })], source, version: 2 });
    expect(late.json.errors.map(({ code }) => code)).toEqual(['afterUntil']);
  });
});

describe('what is measured on society', () => {
  test('is in nothing that is said of results', async () => {
    const mark = '987654321.5';
    const { version } = await one('arbetsloshet');
    const marked = { series: 'N03941', geography: '04', period: '2025', value: mark };
    expect((await enter('arbetsloshet', { values: [marked], source, version })).status).toBe(200);
    expect((await house.call('ledning', 'GET', at('arbetsloshet'))).text).toContain(mark);
    const ids = readSociety().indicators.map(({ id }) => `"${id}"`);
    for (const address of [
      ...['/summary?from=2025&to=2026', '/summary?from=2025&to=2026&groupBy=strategicArea', '/library', '/indicators'],
      '/summary/contributions?from=2026&to=2026&focusArea=starka-nyforetagande&indicator=startade-foretag',
      ...['csv', 'json'].map((kind) => `/exports/summary.${kind}?from=2025&to=2026`),
      '/exports/contributions.csv?from=2026&to=2026&focusArea=starka-nyforetagande&indicator=startade-foretag',
      ...['/exports/initiatives.csv', '/exports/agreements.csv', '/exports/targets.csv', '/coverage?period=2026'],
    ]) {
      const { status, text } = await house.call('samordnare', 'GET', address);
      expect([address, status]).toEqual([address, 200]);
      expect([mark, ...ids].filter((part) => text.includes(part))).toEqual([]);
    }
  });
});
