import { fetchSociety } from '@insatskollen/functions/societal/fetching.ts';
import { judgedWith } from '@insatskollen/functions/societal/verdicts.ts';
import { societalOf } from '@insatskollen/functions/societal/store.ts';
import { societalFetchedKey } from '@insatskollen/functions/table/keys.ts';
import { noSigns, type Signs } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { answerNamed, openSource, reply, says, type Source } from './source.ts';

interface Detail {
  version: number;
  seriesBreaks: { series: string | null; from: string | null; text: { sv: string; en: string } }[];
  fetches: ({ series: string; found: string } & Signs)[];
  errors: { path: string; code: string }[];
}

const id = 'arbetsloshet';
const at = `/societal-indicators/${id}`;
let source: Source;
let house: DemoHouse;
beforeAll(async () => {
  source = await openSource();
  house = await openDemoHouse();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => source.close());

/** A run on a day, with the series' values and descriptions as these answers say. */
async function run(day: string, values: string, descriptions = says('koladaDescriptions')) {
  source.forget();
  source.answer('page=2', source.saysHere('koladaSecondPage'));
  source.answer('/data/kpi/N03941', source.saysHere(values));
  source.answer('/data/kpi/', says('koladaEmpty'));
  source.answer('/kpi/', descriptions);
  const now = () => new Date(`${day}T07:00:00.000Z`);
  return fetchSociety({
    ...{ table: house.bare, fetch: globalThis.fetch, pause: async () => {}, businessNow: now, systemNow: now },
    sources: { kolada: source.base },
  });
}
const read = async () => (await house.call<Detail>('ledning', 'GET', at)).json;
const signs = async () => (await read()).fetches.find(({ series }) => series === 'N03941');
const suspected = async () => {
  const { json } = await house.call<{ items: { id: string; suspected: string[] }[] }>(
    'ledning',
    'GET',
    '/societal-indicators',
  );
  return json.items.filter((one) => one.suspected.length > 0).map((one) => [one.id, ...one.suspected]);
};
const judge = async (verdict: object, headers: Record<string, string> = {}) =>
  house.call<Detail>(
    'samordnare',
    'PUT',
    at,
    { until: null, replacedBy: null, verdicts: { N03941: verdict }, version: (await read()).version },
    headers,
  );
const text = { sv: 'Gäller åldrarna 20–65 år.', en: 'Is of ages 20–65.' };

test('a record of a fetch from before signs were kept can be read', async () => {
  const old = { series: 'N03941', at: '2026-11-02T07:00:00.000Z', found: 'current', latest: '2024' };
  await house.bare.put({ Item: { ...societalFetchedKey(id), id, fetches: [old] } });
  expect(await signs()).toEqual({ ...old, described: null, redefined: null, revised: null });
});

test('the same description twice is no sign, and neither is one that could not be asked for', async () => {
  await run('2026-11-03', 'koladaFirstPage');
  await run('2026-11-04', 'koladaFirstPage');
  const before = await signs();
  expect(before).toMatchObject({ described: { at: '2026-11-03T07:00:00.000Z' }, redefined: null, revised: null });
  for (const trouble of [reply(500, ''), reply(404, '{}'), reply(200, '<!doctype html>'), says('koladaFirstPage')]) {
    const { series } = await run('2026-11-05', 'koladaFirstPage', trouble);
    expect(series.current).toBe(1);
    expect((await signs())?.described).toEqual(before?.described);
  }
  expect(await suspected()).toEqual([]);
});

test('another description is a sign that the series has broken, said in the list and drawn by nobody', async () => {
  const { version, seriesBreaks } = await read();
  await run('2026-11-10', 'koladaFirstPage', says('koladaRedescribed'));
  await run('2026-11-17', 'koladaFirstPage', says('koladaRedescribed'));
  const said = await signs();
  expect([said?.found, said?.redefined?.at]).toEqual(['current', '2026-11-10T07:00:00.000Z']);
  expect(said?.redefined?.before).toMatch(/^Arbetslöshet 18–65 år, andel \(%\)\n/);
  expect(said?.redefined?.after).toMatch(/^Arbetslöshet 20–65 år, andel \(%\)\n/);
  expect(await suspected()).toEqual([[id, 'N03941']]);
  expect(await read()).toMatchObject({ version, seriesBreaks });
});

test('it is judged by whoever has seen the last sign, with a year that has been', async () => {
  const wrong = await judge({ is: 'break', seen: '2026-11-03T07:00:00.000Z', from: '2031', text });
  expect([wrong.status, wrong.json.errors.map(({ path, code }) => `${path} ${code}`)]).toEqual([
    422,
    ['verdicts.N03941.is notSuspected', 'verdicts.N03941.from notAYear'],
  ]);
  const silent = await judge({ is: 'break', seen: '2026-11-10T07:00:00.000Z', from: '25', text: { sv: '' } });
  expect(silent.json.errors.map(({ path }) => path)).toEqual(['verdicts.N03941.from', 'verdicts.N03941.text.sv']);
});

test('a measure that is the same is so for these texts, and the history says who decided it', async () => {
  const { version } = await read();
  const judged = await judge({ is: 'same', seen: '2026-11-10T07:00:00.000Z' });
  expect([judged.status, judged.json.version]).toEqual([200, version + 1]);
  expect((await signs())?.redefined).toBeNull();
  await run('2026-11-18', 'koladaFirstPage', says('koladaRedescribed'));
  await run('2026-11-19', 'koladaFirstPage', says('koladaDescriptions'));
  await run('2026-11-20', 'koladaFirstPage', says('koladaRedescribed'));
  expect(await suspected()).toEqual([]);
  const { json } = await house.call<{ items: unknown[] }>('ledning', 'GET', `${at}/changes`);
  expect(json.items[0]).toMatchObject({
    ...{ what: 'changed', by: 'demo-samordnare' },
    fields: [{ path: 'verdicts.N03941', before: null, after: 'same' }],
  });
});

test('a break is drawn from its year, for everybody', async () => {
  const third = answerNamed('koladaRedescribed').replaceAll('20–65', '25–65');
  await run('2026-11-24', 'koladaFirstPage', reply(200, third));
  const seen = '2026-11-24T07:00:00.000Z';
  const said = (await signs())?.redefined;
  expect([said?.at, said?.before.includes('20–65'), said?.after.includes('25–65')]).toEqual([seen, true, true]);
  const { status, json } = await judge({ is: 'break', seen, from: '2024', text });
  expect(status).toBe(200);
  expect(json.seriesBreaks.at(-1)).toEqual({ series: 'N03941', from: '2024', text });
  expect(await suspected()).toEqual([]);
  // The description from before the break would be another one.
  await run('2026-11-25', 'koladaFirstPage', says('koladaRedescribed'));
  expect(await suspected()).toEqual([[id, 'N03941']]);
  const { json: told } = await house.call<{ items: { fields: unknown[] }[] }>('ledning', 'GET', `${at}/changes`);
  expect(told.items[0]?.fields).toEqual([
    { path: 'breaks.N03941.2024', before: null, after: text.sv },
    { path: 'verdicts.N03941', before: null, after: 'break' },
  ]);
});

test('earlier years that change all at once are a sign too', async () => {
  await run('2026-11-26', 'koladaRevised');
  expect((await signs())?.revised).toBeNull();
  await run('2026-11-27', 'koladaRebased');
  expect((await signs())?.revised).toEqual({ at: '2026-11-27T07:00:00.000Z', changed: 9, of: 13 });
});

test('what is worked out of a series that has broken has broken too', async () => {
  const stored = await societalOf(house.bare, 'lonesumma-per-anstalld');
  if (!stored) throw new Error('there are no wages');
  const seen = '2026-11-10T07:00:00.000Z';
  const redefined = { at: seen, before: 'a', after: 'b' };
  const fetched = { series: 'N00125', at: seen, found: 'current' as const, latest: '2025', ...noSigns, redefined };
  const verdict = { is: 'break' as const, seen, from: '2025', text: { sv: 'Ny källa.' } };
  const { content, judged } = judgedWith(stored, { N00125: verdict }, [fetched]);
  expect(content.seriesBreaks.slice(stored.content.seriesBreaks.length)).toEqual(
    ['N00125', 'kvot'].map((series) => ({ series, from: '2025', text: { sv: 'Ny källa.', en: 'Ny källa.' } })),
  );
  expect(judged).toEqual([{ series: 'N00125', is: 'break', until: seen, texts: ['b'] }]);
});
