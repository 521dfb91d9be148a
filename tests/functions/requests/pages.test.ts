import { buildPages } from '@insatskollen/infra/local/pagesBuild.ts';
import { loadPages } from '@insatskollen/infra/server/pages.ts';
import { startServer, type RunningServer } from '@insatskollen/infra/server/server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemoHouse, origin, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';
import { counting } from './counting.ts';

/**
 * What the pages themselves cost the table, whatever calls their loads make: the built pages behind the real server, over the API
 * in process. Not counted: who is asking, the library, names, and what kind of place this is (one request, for its clock).
 */
const count = counting();
const BUILDING = 300_000;
let house: DemoHouse;
let server: RunningServer;
beforeAll(async () => {
  house = await openDemoHouse(count.wrap);
  const pages = await loadPages(await buildPages(() => {}));
  const api = (request: Request, beside: object) => house.app.fetch(request, beside);
  server = await startServer(api, pages, { origin, port: 0, hosts: ['127.0.0.1'] });
}, BUILDING);
afterAll(() => server.stop(0));

/** What a page costs when the library and the names are known. */
async function costOf(who: string, path: string): Promise<string[]> {
  const { cookie } = await house.session(who);
  const open = async () => {
    const page = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { cookie }, redirect: 'manual' });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<main')]);
  };
  await open();
  const { table } = await count.during(open);
  return table.filter((request) => request !== 'BatchGet META');
}

test('the overview costs one request a year that its trends show', async () => {
  expect(await costOf('ledning', '/oversikt')).toEqual(['Query SUMMARY', 'Query SUMMARY']);
  expect(await costOf('rapportor.uf', '/oversikt?from=2026&to=2026')).toEqual(['Query SUMMARY', 'Query SUMMARY']);
});

test('the page of an area costs its figures and their parts, two requests for its assessment and one for analyses', async () => {
  const figures = ['Query PARTS', 'Query PARTS', 'Query SUMMARY', 'Query SUMMARY'];
  const area = '/oversikt/starka-nyforetagande?period=2026-H1';
  const sorted = async (who: string, path: string) => (await costOf(who, path)).toSorted();
  expect(await sorted('ledning', area)).toEqual(
    ['Get RECORD', ...figures, 'Query RECORDS', 'Query RECORDS'].toSorted(),
  );
  expect(await sorted('rapportor.uf', area)).toEqual([...figures, 'Query RECORDS'].toSorted());
});

test('the page of a report costs no more than three requests', async () => {
  const begun = reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
  await begun.fill(40);
  for (const [who, path] of [
    ['rapportor.almi', '/rapporter/almi-basuppdrag-2026/2026-Q3'],
    ['rapportor.nfc', '/rapporter/nfc-vastra-sormland-2026/2026-Q3'],
    ['samordnare', '/rapporter/nfc-vastra-sormland-2026/2026-Q3'],
    ['ledning', '/rapporter/almi-basuppdrag-2026/2026-Q2'],
  ] as const)
    expect((await costOf(who, path)).length, path).toBeLessThanOrEqual(3);
});

test('the queue costs two requests, what is late below it two for each period, and what is asked for one, however many wait', async () => {
  const shape = (cost: readonly string[]) => [
    cost.filter((request) => request === 'Query STATE').length,
    cost.filter((request) => request === 'Query PERIOD').length,
    cost.filter((request) => request === 'BatchGet REPORT').length <= 3,
    cost.filter((request) => request === 'Query REOPEN').length,
    cost.length <= 7,
  ];
  const few = await costOf('samordnare', '/granskning');
  expect(shape(few)).toEqual([1, 2, true, 1, true]);
  for (const agreementId of ['create-2026', 'mitc-2026', 'biodriv-ost-2026'])
    await reportAt(house, agreementId, '2026-Q3').submitFilled(40);
  expect(shape(await costOf('samordnare', '/granskning'))).toEqual([1, 2, true, 1, true]);
  expect(shape(await costOf('samordnare', '/granskning?focusArea=starka-nyforetagande'))[0]).toBe(1);
});
