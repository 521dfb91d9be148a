import { askJson, exactJson, NotThere, SourceAway, type Asking } from '@insatskollen/functions/societal/ask.ts';
import { fetchSociety, type Fetching } from '@insatskollen/functions/societal/fetching.ts';
import { loadReference } from '@insatskollen/infra/reference/load.ts';
import { societalOf, societalItem, societyOf, valuesOf } from '@insatskollen/functions/societal/store.ts';
import { changesOf } from '@insatskollen/functions/history/changes.ts';
import type { Table } from '@insatskollen/functions/table/client.ts';
import { jsonStatValues, OtherTable, pxWebQuestion } from '@insatskollen/shared/societal/jsonStat.ts';
import { koladaDescriptions, koladaPage } from '@insatskollen/shared/societal/kolada.ts';
import type { PxWebQuery } from '@insatskollen/shared/societal/indicator.ts';
import { noSigns } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { tableDescription } from '@insatskollen/shared/societal/tableDescription.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshTable } from '../../table-engine.ts';
import { answerNamed, cutOff, openSource, reply, says, silent, type Source } from './source.ts';

const now = new Date('2026-11-20T07:00:00.000Z');
let source: Source;
const pauses: number[] = [];
beforeAll(async () => {
  source = await openSource();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => source.close());
beforeEach(() => {
  source.forget();
  pauses.length = 0;
});
const asking: Asking = {
  fetch: globalThis.fetch,
  pause: async (milliseconds) => void pauses.push(milliseconds),
  systemNow: () => now,
  patienceMs: 200,
};
const ask = () => askJson(asking, new URL(`${source.base}/thing`));

describe('a source that is asked', () => {
  test('is asked again after as long as it says, or longer each time', async () => {
    const at = new Date(now.getTime() + 7_000).toUTCString();
    source.answer(
      '/thing',
      reply(429, '', { 'retry-after': '3' }),
      reply(503, '', { 'retry-after': at }),
      reply(500, ''),
      reply(200, '{"ok":true}'),
    );
    expect(await ask()).toEqual({ ok: true });
    expect(pauses).toEqual([3_000, 7_000, 4_000]);
  });

  test.each([
    ['is silent', silent],
    ['cuts the connection', cutOff],
    ['answers with a page for people', reply(200, '<!doctype html>')],
  ])('and %s is asked again', async (_, trouble) => {
    source.answer('/thing', trouble, reply(200, '[]'));
    expect(await ask()).toEqual([]);
    expect(pauses).toEqual([1_000]);
  });

  test('is given up after four times, and at once where it wants to be left alone for long or refuses', async () => {
    source.answer('/thing', reply(500, ''));
    await expect(ask()).rejects.toBeInstanceOf(SourceAway);
    expect([source.asked.length, pauses]).toEqual([4, [1_000, 2_000, 4_000]]);
    for (const trouble of [reply(429, '', { 'retry-after': '3600' }), reply(400, '{}')]) {
      source.forget();
      source.answer('/thing', trouble);
      await expect(ask()).rejects.toBeInstanceOf(SourceAway);
      expect(source.asked.length).toBe(1);
    }
  });

  test('is told apart from one that has nothing', async () => {
    source.answer('/thing', reply(404, '{}'));
    await expect(ask()).rejects.toBeInstanceOf(NotThere);
  });

  test('leads nobody to another address', async () => {
    source.answer('/thing', reply(302, '', { location: `${source.base}/other` }));
    await expect(ask()).rejects.toBeInstanceOf(SourceAway);
    expect(source.asked.every(({ url }) => url === '/thing')).toBe(true);
  });
});

test('numbers come as exact decimals in canonical form', () => {
  expect(
    exactJson('{"a": [7.123456789012345678, 12.50, 1e2, -0, -3, 1.5E-3], "b": "7", "c": true, "d": null}'),
  ).toEqual({
    a: ['7.123456789012345678', '12.5', '100', '0', '-3', '0.0015'],
    ...{ b: '7', c: true, d: null },
  });
});

describe('what the sources say', () => {
  const places = [
    { id: '00', koladaId: '0000' },
    { id: '04', koladaId: '0004' },
  ];
  test('Kolada: a page by place, period and gender, and where the next one is', () => {
    const { values, next } = koladaPage(exactJson(answerNamed('koladaFirstPage')), places);
    expect(values.length).toBe(9);
    expect(values[1]).toEqual({ series: 'N03941', geography: '04', period: '2023', gender: 'men', value: '7.6' });
    expect(next).toContain('?page=2');
    expect(() => koladaPage({ values: [{ kpi: 'N1' }] }, places)).toThrow();
  });

  test('Kolada: how it measures, without what changes at every publication', () => {
    const { descriptions, next } = koladaDescriptions(exactJson(answerNamed('koladaDescriptions')));
    expect(descriptions[0]).toEqual([
      'N03941',
      'Arbetslöshet 18–65 år, andel (%)\nAntal öppet arbetslösa och i program, delat med arbetskraften. Påhittad text.',
    ]);
    expect(descriptions[1]).toEqual(['N00999', 'Nystartade företag, antal/1000 inv']);
    expect(next).toBeUndefined();
    expect(() => koladaDescriptions(exactJson(answerNamed('koladaFirstPage')))).toThrow();
  });

  const query: PxWebQuery = {
    ...{ geography: 'Region', time: 'Tid', gender: 'Kon', choose: { ContentsCode: 'AM000001' }, geographyCodes: {} },
    genders: { total: null, women: '2', men: '1' },
  };
  test('PxWeb: a question for its variables, and its cells by their codes', () => {
    expect(pxWebQuestion(query, places)).toEqual({
      query: [
        { code: 'Region', selection: { filter: 'item', values: ['00', '04'] } },
        { code: 'ContentsCode', selection: { filter: 'item', values: ['AM000001'] } },
        { code: 'Kon', selection: { filter: 'item', values: ['2', '1'] } },
        { code: 'Tid', selection: { filter: 'all', values: ['*'] } },
      ],
      response: { format: 'json-stat2' },
    });
    const values = jsonStatValues(exactJson(answerNamed('jsonStat')), query, { series: 's', geographies: places });
    const told = values.map(({ geography, gender, period, value }) => `${geography} ${gender} ${period} ${value}`);
    expect(told).toEqual([
      ...['00 men 2022 7.1', '00 men 2023 7', '00 men 2024 6.9', '00 women 2022 7.3', '00 women 2023 7.2'],
      ...['00 women 2024 null', '04 men 2022 8.1', '04 men 2023 8', '04 men 2024 7.9', '04 women 2022 8.4'],
      ...['04 women 2023 8.3', '04 women 2024 8.2'],
    ]);
  });

  test('PxWeb: how it measures, by title, unit and notes, and nothing of which years and values there are', () => {
    const said = (change = (text: string) => text) =>
      tableDescription(exactJson(change(answerNamed('jsonStat'))), query);
    const plain = said();
    expect(plain).toBe('arbetsmarknadsstatus efter region, kön, tabellinnehåll och år\narbetslöshet\nprocent');
    expect(said((text) => text.replace('och år"', 'och år 2022–2024"').replace('7.1,', '9.9,'))).toBe(plain);
    expect(said((text) => text.replace('"status"', '"note": ["Ny metod från 2024."], "status"'))).toBe(
      `${plain}\nNy metod från 2024.`,
    );
    const ofOneYear = (text: string) =>
      text.replace('"label": {"2022": "2022"', '"note": {"2024": ["Tidsseriebrott."]}, "label": {"2022": "2022"');
    expect(said(ofOneYear)).toBe(`${plain}\n2024: Tidsseriebrott.`);
    expect(said((text) => text.replace('"procent"', '"promille"'))).not.toBe(plain);
    expect(tableDescription('no table', query)).toBeUndefined();
  });

  test('PxWeb: a table that is not the one that was asked for is none', () => {
    const table = (change: (text: string) => string) => () =>
      jsonStatValues(exactJson(change(answerNamed('jsonStat'))), query, { series: 's', geographies: places });
    expect(table((text) => text.replaceAll('"Tid"', '"Kvartal"'))).toThrow(OtherTable);
    expect(table((text) => text.replaceAll('"2022"', '"2022K1"'))).toThrow(OtherTable);
    expect(table((text) => text.replace(/7\.1,\s*/, ''))).toThrow(OtherTable);
    expect(table(() => '{"error": "Table not found"}')).toThrow();
  });
});

describe('a run', () => {
  let table: Table;
  let fetching: Fetching;
  beforeEach(async () => {
    table = await freshTable();
    await loadReference({ table, systemNow: () => now });
    fetching = { ...asking, table, businessNow: () => now, sources: { kolada: source.base } };
    source.answer('/data/kpi/', source.saysHere('koladaEmpty'));
  });
  const valueAt = async (geography: string, period: string, gender = 'total') =>
    (await valuesOf(table, 'arbetsloshet')).find(
      (one) => one.geography === geography && one.period === period && one.gender === gender,
    );
  const serve = (...names: string[]) => {
    source.forget();
    source.answer('page=2', source.saysHere('koladaSecondPage'));
    source.answer('/data/kpi/N03941', ...names.map((name) => source.saysHere(name)));
    source.answer('/data/kpi/N00999', says('koladaEnded'));
    source.answer('/data/kpi/', says('koladaEmpty'));
  };

  test('takes every page in, says from where and when, and asks each series for its own places once', async () => {
    serve('koladaFirstPage');
    const run = await fetchSociety(fetching);
    expect(await valueAt('0480', '2024')).toEqual({
      ...{ series: 'N03941', geography: '0480', period: '2024', gender: 'total', value: '7.123456789012345' },
      ...{ source: 'Kolada N03941', sourceDate: null, how: 'fetched', at: now.toISOString(), synthetic: false },
    });
    expect((await valueAt('04', '2024', 'men'))?.value).toBe('7.3');
    expect(await valueAt('0482', '2024')).toBeUndefined();
    expect(await valueAt('0114', '2024')).toBeUndefined();
    expect(run.news).toBe(9 + 4 + 2);
    const first = source.asked.filter(({ url }) => url.includes('/data/kpi/N03941'));
    expect(first.map(({ method, url }) => `${method} ${url}`)).toEqual([
      expect.stringMatching(/^GET \/data\/kpi\/N03941\/municipality\/0000,0004,.*0488$/),
      expect.stringMatching(/page=2/),
    ]);
    // What they measure is asked for once, of all of them.
    const described = source.asked.filter(({ url }) => url.startsWith('/kpi/'));
    expect(described.map(({ url }) => url)).toEqual([expect.stringMatching(/^\/kpi\/(?:[NU]\d{5},)+[NU]\d{5}$/)]);
    // What has ended at its source, and what nobody has confirmed how to ask, is not asked for.
    expect(source.asked.filter(({ url, method }) => url.includes('U07451') || method !== 'GET')).toEqual([]);
  });

  test('of the same answer changes nothing, and a revised value keeps the earlier one in the history', async () => {
    serve('koladaFirstPage');
    await fetchSociety(fetching);
    const before = await societalOf(table, 'arbetsloshet');
    serve('koladaFirstPage');
    expect((await fetchSociety(fetching)).news).toBe(0);
    expect(await societalOf(table, 'arbetsloshet')).toEqual(before);
    serve('koladaRevised');
    expect((await fetchSociety(fetching)).news).toBe(4);
    expect((await valueAt('04', '2024'))?.value).toBe('7.9');
    const { changes } = await changesOf({ table }, 'societal', 'arbetsloshet', { limit: 5 });
    expect(changes.map(({ what, by, reason }) => [what, by, reason])).toEqual([
      ['fetched', 'fetcher', 'Kolada N03941'],
      ['fetched', 'fetcher', 'Kolada N03941'],
    ]);
    expect(changes[0]?.fields).toContainEqual({ path: 'values.N03941.04.2024.total', before: '7.7', after: '7.9' });
  });

  test('tells a series that has ended, is gone or could not be asked, and keeps what it had', async () => {
    serve('koladaFirstPage');
    await fetchSociety(fetching);
    serve('koladaFirstPage');
    source.answer('/data/kpi/N03941', reply(500, ''));
    const run = await fetchSociety(fetching);
    const { fetches } = await societyOf(table);
    expect(fetches.get('arbetsloshet')).toEqual([
      { series: 'N03941', at: now.toISOString(), found: 'failed', latest: null, ...noSigns },
    ]);
    expect((await valueAt('04', '2024'))?.value).toBe('7.7');
    expect(fetches.get('nystartade-foretag-per-1000')).toEqual([
      { series: 'N00999', at: now.toISOString(), found: 'late', latest: '2022', ...noSigns },
      { series: 'N01003', at: now.toISOString(), found: 'gone', latest: null, ...noSigns },
    ]);
    expect([run.series.failed, run.series.late]).toEqual([1, 1]);
  });

  test('asks a table of PxWeb once somebody has said how', async () => {
    const stored = await societalOf(table, 'arbetsloshet');
    if (!stored) throw new Error('there is no unemployment');
    const series = {
      ...{ id: 'scb', name: { sv: 'SCB', en: 'SCB' }, until: null, replacedBy: null },
      source: {
        ...{ type: 'pxweb' as const, provider: 'SCB', table: 'TAB1', path: 'AM/Status' },
        query: {
          ...{ geography: 'Region', time: 'Tid', gender: 'Kon', choose: { ContentsCode: 'AM000001' } },
          ...{ geographyCodes: {}, genders: { total: null, women: '2', men: '1' } },
        },
      },
    };
    await table.put({ Item: societalItem({ ...stored, content: { ...stored.content, series: [series] } }) });
    source.answer('/AM/Status', says('jsonStat'));
    const run = await fetchSociety({ ...fetching, sources: { pxweb: { SCB: source.base } } });
    expect([run.news, run.series.current]).toEqual([11, 1]);
    expect((await valueAt('04', '2024', 'women'))?.value).toBe('8.2');
    expect(source.asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /AM/Status']);
  });
});
