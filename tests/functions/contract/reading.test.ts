import type { ReportItem } from '@insatskollen/functions/reports/schemas.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt, wholeList } from '../reportAt.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const get = <T = Record<string, unknown>>(path: string, who = 'samordnare') => house.call<T>(who, 'GET', path);

describe('the strategy and the registers', () => {
  test('hold 3 strategic areas with 14 focus areas, in the strategy’s order', async () => {
    type Area = { id: string; name: string; vision: string; focusAreas: { id: string; name: string }[] };
    const { strategicAreas } = (await get<{ strategicAreas: Area[] }>('/strategy')).json;
    expect(strategicAreas).toHaveLength(3);
    for (const { id, name, vision } of strategicAreas) expect([id, name, vision].every(Boolean), id).toBe(true);
    const focusAreas = strategicAreas.flatMap((area) => area.focusAreas.map(({ id }) => id));
    expect(new Set(focusAreas).size).toBe(14);
    const { groups } = (await get<{ groups: { id: string }[] }>('/summary?from=2026&to=2026')).json;
    expect(groups.map(({ id }) => id)).toEqual(focusAreas);
    const byArea = (await get<{ groups: { id: string }[] }>('/summary?from=2026&to=2026&groupBy=strategicArea')).json;
    expect(byArea.groups.map(({ id }) => id)).toEqual(strategicAreas.map(({ id }) => id));
  });

  test.each([
    ['/actors', 16],
    ['/initiatives', 108],
    ['/indicators', undefined],
    ['/agreements', undefined],
  ])('%s comes whole in pages of any size, and each of it by its id with an ETag', async (path, count) => {
    const whole = await wholeList<{ id: string; version: number }>(house, 'samordnare', path, 200);
    if (count !== undefined) expect(whole.items).toHaveLength(count);
    expect(new Set(whole.items.map(({ id }) => id)).size).toBe(whole.items.length);
    const inPages = await wholeList(house, 'samordnare', path, 7);
    expect(inPages.items).toEqual(whole.items);
    expect(inPages.pages).toBe(Math.ceil(whole.items.length / 7));
    const byDefault = await get<{ items: unknown[] }>(path);
    expect(byDefault.json.items).toEqual(whole.items.slice(0, 100));
    for (const item of [whole.items[0], whole.items.at(-1)]) {
      const one = await get(`${path}/${item?.id}`);
      expect([one.etag, one.json]).toEqual([`"${item?.version}"`, item]);
    }
  });

  test('are found by focus area, actor and lifecycle', async () => {
    type Initiative = {
      id: string;
      primaryFocusArea: string;
      alsoContributesTo: string[];
      responsible: string[];
      lifecycle: string;
    };
    const all = (await wholeList<Initiative>(house, 'ledning', '/initiatives', 200)).items;
    const found = async (query: string) =>
      (await wholeList<Initiative>(house, 'ledning', `/initiatives?${query}`, 200)).items.map(({ id }) => id);
    const idsOf = (wanted: (one: Initiative) => boolean) => all.filter(wanted).map(({ id }) => id);
    const area = 'diversifierat-naringsliv';
    const inArea = (one: Initiative) => one.primaryFocusArea === area || one.alsoContributesTo.includes(area);
    expect(await found(`focusArea=${area}`)).toEqual(idsOf(inArea));
    expect(await found('actor=almi')).toEqual(idsOf((one) => one.responsible.includes('almi')));
    expect(await found('lifecycle=potential')).toEqual(idsOf((one) => one.lifecycle === 'potential'));
    expect(await found(`focusArea=${area}&lifecycle=ongoing&actor=almi`)).toEqual(
      idsOf((one) => inArea(one) && one.lifecycle === 'ongoing' && one.responsible.includes('almi')),
    );
    const agreements = (await wholeList<{ actorId: string }>(house, 'ledning', '/agreements?actor=uf', 200)).items;
    expect(new Set(agreements.map(({ actorId }) => actorId))).toEqual(new Set(['uf']));
  });

  test('are the same to everyone who may read them', async () => {
    for (const path of ['/strategy', '/library', '/actors', '/initiatives', '/indicators'])
      expect((await get(path, 'rapportor.uf')).text).toBe((await get(path, 'admin')).text);
  });
});

test('everyone is told who they are', async () => {
  const { id, ...rest } = (await get('/me', 'rapportor.region')).json;
  expect(id).toMatch(/^[\w-]+$/);
  expect(rest).toEqual({
    name: 'Rut Region',
    email: 'rapportor.region@insatskollen.example',
    roles: ['reporter', 'coordinator'],
    actorIds: ['region-sormland'],
  });
});

describe('reports', () => {
  const key = ({ agreementId, period }: ReportItem) => `${agreementId} ${period}`;

  test.each(['samordnare', 'ledning', 'rapportor.nfc', 'rapportor.region'])(
    'come whole to %s in pages of any size, each once, by any filter',
    async (who) => {
      const { items } = await wholeList<ReportItem>(house, who, '/reports', 200);
      const keys = items.map(key);
      expect(new Set(keys).size).toBe(keys.length);
      expect((await wholeList<ReportItem>(house, who, '/reports', 13)).items.map(key)).toEqual(keys);
      for (const [query, wanted] of [
        ['period=2026-Q2', (one: ReportItem) => one.period === '2026-Q2'],
        ['state=approved', (one: ReportItem) => one.state === 'approved'],
        ['state=submitted', (one: ReportItem) => one.state === 'submitted'],
        ['state=notStarted', (one: ReportItem) => one.state === 'notStarted'],
        ['actor=nfc-eskilstuna', (one: ReportItem) => one.actorId === 'nfc-eskilstuna'],
        ['focusArea=diversifierat-naringsliv', (one: ReportItem) => one.focusArea === 'diversifierat-naringsliv'],
        [
          'actor=almi&period=2026-Q1&state=approved',
          (one: ReportItem) => one.actorId === 'almi' && one.period === '2026-Q1' && one.state === 'approved',
        ],
      ] as const) {
        const found = (await wholeList<ReportItem>(house, who, `/reports?${query}`, 9)).items;
        expect(found.map(key).sort(), query).toEqual(items.filter(wanted).map(key).sort());
      }
    },
  );

  test('that are expected are listed as not started, with the ETag of what has no version', async () => {
    const { items } = await wholeList<ReportItem>(house, 'rapportor.almi', '/reports?state=notStarted', 200);
    expect(items.length).toBeGreaterThan(2);
    for (const { agreementId, period } of items) {
      const { json, etag } = await reportAt(house, agreementId, period).read();
      expect([etag, json.version, json.answers]).toEqual(['"0"', 0, { values: {}, texts: {} }]);
    }
  });

  test('are listed as they are by themselves, without what only one report holds', async () => {
    for (const who of ['samordnare', 'rapportor.almi', 'ledning']) {
      const { items } = await wholeList<ReportItem>(house, who, '/reports?actor=almi', 200);
      for (const item of items) {
        for (const name of ['agreement', 'answers', 'advice', 'previous']) expect(item).not.toHaveProperty(name);
        const { progress, ...rest } = item;
        const { json } = await reportAt(house, item.agreementId, item.period).read(who);
        expect(json).toMatchObject(rest);
        if (progress) expect(json.progress ?? progress).toEqual(progress);
      }
    }
  });

  test('carry an ETag that changes with every save and step, and saves that start from it succeed', async () => {
    const report = reportAt(house, 'uf-grundskola-2026', '2026-H2');
    const etags = [(await report.read()).etag];
    const step = async (answer: { status: number; etag: string | null }) => {
      expect(answer.status).toBe(200);
      const { etag } = await report.read();
      if (answer.etag) expect(answer.etag).toBe(etag);
      expect(etags).not.toContain(etag);
      etags.push(etag);
    };
    const latest = () => etags.at(-1) ?? '';
    await step(await report.write({ values: {}, texts: {} }, latest()));
    await step(await report.patch({ texts: { analys: 'Ett.' } }, latest()));
    await step(await report.fill(40));
    house.pass(60 * 24 * 28);
    await step(await report.submit(latest()));
    await step(await report.recall(latest()));
    await step(await report.submit(latest()));
    await step(await report.sendBack('samordnare', 2, { message: 'Komplettera.' }));
    await step(await report.patch({ texts: { analys: 'Två.' } }, latest()));
    await step(await report.submit(latest()));
    await step(await report.approve('samordnare', 3));
    await step(await report.reopen('samordnare', 3, { reason: 'Fel tal.' }));
    house.pass(-60 * 24 * 28);
  });
});

test('health tells the demo’s instant, and is well only while the table answers with what there is to start with', async () => {
  const health = await house.fetch('/api/health');
  expect([health.status, health.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const now = new Date(house.clock.now).toISOString();
  expect(await health.json()).toEqual({ ok: true, demo: true, demoClock: true, now });
  const away = await openDemoHouse(
    () => () => Promise.reject(Object.assign(new Error(), { name: 'ResourceNotFoundException' })),
  );
  const answer = await away.fetch('/api/health');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
});
