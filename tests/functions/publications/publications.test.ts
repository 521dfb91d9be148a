import { parse } from 'csv-parse/sync';
import jsonStat from 'jsonstat-toolkit';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '@insatskollen/shared/publications/snapshot.ts';
import { publicEndpoints } from '@insatskollen/functions/publications/publicEndpoints.ts';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { wholeTable } from '../wholeTable.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const AREA = 'starka-nyforetagande';
const OTHER = 'internationalisering-och-export';
const STRATEGIC = 'innovation-och-konkurrenskraft';
/** The demo has published 2025 and a half of 2026, and nothing of this. */
const WINDOW = '2026';

interface Publication {
  version: number;
  state: string;
  text: string;
  allowed: string[];
  published: { number: number } | null;
  current: Snapshot | null;
  proposed: Snapshot;
  history: { what: string; reason: string | null }[];
}
const at = (area: string, window = WINDOW) => `/publications/${area}/${window}`;
const read = async (area: string, window?: string, who = 'samordnare') =>
  (await house.call<Publication>(who, 'GET', at(area, window))).json;
const write = (area: string, text: string, window?: string) =>
  house.call<Publication>('samordnare', 'PUT', at(area, window), { text }, { 'if-match': '*' });
async function publish(area: string, window?: string): Promise<void> {
  const answer = await house.call('samordnare', 'POST', `${at(area, window)}/publish`, {}, { 'if-match': '*' });
  expect(answer.status, answer.text).toBe(200);
  house.pass(1);
}
const withdraw = (area: string, reason: string, window?: string) =>
  house.call<Publication>('samordnare', 'POST', `${at(area, window)}/withdraw`, { reason }, { 'if-match': '*' });

interface Public {
  status: number;
  headers: Headers;
  text: string;
  json: { window: string | null; publications: Snapshot[] };
}
/** Asks as anyone: no credential at all unless one is sent along. */
async function anyone(path: string, headers: Record<string, string> = {}): Promise<Public> {
  const answer = await house.fetch(`/api/public/v1${path}`, { headers });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
  const json = (isJson ? JSON.parse(text) : {}) as Public['json'];
  return { status: answer.status, headers: answer.headers, text, json };
}
const status = async (path: string) => (await anyone(path)).status;

describe('what is not published', () => {
  test('is nowhere: neither what is written nor any figure', async () => {
    expect((await write(AREA, 'Kanariefågeln sjunger i utkastet.')).status).toBe(200);
    expect((await anyone(`/summary?window=${WINDOW}`)).json.publications).toEqual([]);
    expect(await status(`/summary?window=${WINDOW}&area=${AREA}`)).toBe(404);
    expect((await anyone(`/summary.csv?window=${WINDOW}`)).text.trim().split('\n')).toHaveLength(1);
    for (const path of ['/summary', '/publications', '/catalogue', `/summary?window=${WINDOW}`])
      expect((await anyone(path)).text).not.toContain('Kanariefågeln');
  });

  test.each([
    'asOf=2026-01-01',
    'include=preview',
    'from=2025&to=2025',
    'window=2025-26',
    'window=ingen',
    'breakdowns=true',
  ])('cannot be asked for by %s', async (query) => {
    expect(await status(`/summary?${query}`)).toBe(422);
    expect(await status(`/summary.csv?${query}`)).toBe(422);
  });
});

describe('what is published', () => {
  let before: Snapshot;
  beforeAll(async () => {
    expect((await write(AREA, 'Vi la mer pengar på rådgivning i mindre kommuner.')).status).toBe(200);
    await publish(AREA);
    [before] = (await anyone(`/summary?window=${WINDOW}&area=${AREA}`)).json.publications as [Snapshot];
  });

  test('is what was official then, with its coverage and how it was used', async () => {
    expect(before).toMatchObject({ areaId: AREA, window: WINDOW, number: 1, synthetic: true });
    expect(before.text).toBe('Vi la mer pengar på rådgivning i mindre kommuner.');
    const summary = await house.call<{ groups: { id: string; indicators: { id: string; value?: string | null }[] }[] }>(
      'ledning',
      'GET',
      `/summary?from=${WINDOW}&to=${WINDOW}`,
    );
    const official = summary.json.groups.find(({ id }) => id === AREA)?.indicators ?? [];
    expect(before.figures.map(({ id }) => id)).toEqual(official.map(({ id }) => id));
    const started = official.find(({ id }) => id === 'startade-foretag')?.value;
    expect(before.figures.find(({ id }) => id === 'startade-foretag')?.value).toBe(started);
    expect(Object.keys(before.coverage)).toEqual(['expected', 'approved']);
  });

  test('stays as it was while the figures and the text go on changing', async () => {
    await write(AREA, 'Kanariefågeln sjunger igen.');
    const now = await anyone(`/summary?window=${WINDOW}&area=${AREA}`);
    expect(now.json.publications).toEqual([before]);
    expect((await anyone('/publications')).text).not.toContain('Kanariefågeln');
    expect((await read(AREA)).current).toEqual(before);
  });

  test('names nobody, and holds no id of anybody', async () => {
    const people = [...(await wholeTable(house.bare))].flatMap(([key, item]) =>
      key.startsWith('PEOPLE') ? [JSON.parse(item) as { id?: string; name?: string; email?: string }] : [],
    );
    const marks = people.flatMap(({ id, name, email }) => [id, name, email]).filter((one) => one !== undefined);
    expect(marks.length).toBeGreaterThan(10);
    for (const path of ['/summary', '/publications', '/catalogue', '/summary.csv', '/summary.json'])
      for (const mark of marks) expect((await anyone(path)).text).not.toContain(mark);
  });

  test('is the latest where no window is named, and nothing of other windows or areas', async () => {
    expect((await anyone('/summary')).json).toEqual({ window: WINDOW, publications: [before] });
    expect((await anyone(`/summary?area=${AREA}`)).json.publications).toEqual([before]);
    expect(await status(`/summary?window=2024&area=${AREA}`)).toBe(404);
    expect(await status(`/summary?window=2026-Q1&area=${AREA}`)).toBe(404);
    expect(await status(`/summary?window=${WINDOW}&area=${OTHER}`)).toBe(404);
  });

  test('may be kept by anyone for a while, and asked after', async () => {
    const { headers } = await anyone('/summary');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(headers.get('set-cookie')).toBeNull();
    const etag = headers.get('etag') ?? '';
    const again = await anyone('/summary', { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await anyone('/summary', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('has the shape that the description of the API says, and nothing beside it', async () => {
    for (const { path, answer, answerType } of publicEndpoints) {
      const { status, json, headers } = await anyone(path);
      expect(status, path).toBe(200);
      if (answerType === undefined) expect(answer.parse(json), path).toEqual(json);
      else expect(headers.get('content-type'), path).toContain(answerType);
    }
  });

  test('is the same for whoever is signed in, and looks nobody up', async () => {
    const bare = await anyone('/summary');
    const session = await house.session('samordnare');
    const requests: string[] = [];
    const watched = await openWatched(requests);
    expect((await watched('/api/public/v1/summary', session)).text).toBe(bare.text);
    expect(
      (await watched('/api/public/v1/summary', { authorization: `Bearer ${await house.token('admin')}` })).text,
    ).toBe(bare.text);
    expect(requests.length).toBeGreaterThan(0);
    for (const request of requests) expect(request).toMatch(/PUBLIC#/);
  });

  test('comes as CSV and as a cube, as readers of other authors read them', async () => {
    const csv = await anyone(`/summary.csv?window=${WINDOW}`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(csv.text, { bom: true, columns: true, delimiter: ';' });
    const value = before.figures.find(({ id }) => id === 'startade-foretag')?.value;
    expect(rows.find((row) => row['indicatorId'] === 'startade-foretag')).toMatchObject({ groupId: AREA, value });
    const cube = jsonStat((await anyone(`/summary.json?window=${WINDOW}&language=en`)).json);
    expect(cube.Data({ area: AREA, measure: 'startade-foretag', breakdown: 'total' }).value).toBe(Number(value));
    expect(cube.extension.coverage[AREA]).toEqual(before.coverage);
  });

  test('hides counts of people in anything shorter than a year, and every breakdown', async () => {
    await publish(AREA, '2026-H1');
    const { publications } = (await anyone('/summary?window=2026-H1')).json;
    const figures = publications.flatMap((one) => one.figures);
    for (const figure of figures) expect(figure.breakdowns).toEqual({});
    expect(figures.find(({ id }) => id === 'unika-radgivna-kunder')).toMatchObject({ hidden: true, range: null });
    expect(figures.find(({ id }) => id === 'startade-foretag')).toMatchObject({ hidden: false });
  });

  test('of a strategic area is the sum of what its areas have published', async () => {
    await publish(OTHER);
    await publish(STRATEGIC);
    const { publications } = (await anyone(`/summary?window=${WINDOW}`)).json;
    const [sum] = publications.filter(({ areaId }) => areaId === STRATEGIC);
    const terms = publications.filter(({ area }) => area.groupBy === 'focusArea');
    expect(sum?.sumOf.map(({ areaId }) => areaId).sort()).toEqual(terms.map(({ areaId }) => areaId).sort());
    const total = (of: Snapshot[]) =>
      of.reduce((all, { figures }) => all + Number(figures.find(({ id }) => id === 'startade-foretag')?.value ?? 0), 0);
    expect(sum ? total([sum]) : null).toBe(total(terms));
    expect(total(terms)).toBeGreaterThan(0);
  });

  test('is replaced by a new number, and the history tells who did what', async () => {
    await publish(AREA);
    const [now] = (await anyone(`/summary?window=${WINDOW}&area=${AREA}`)).json.publications;
    expect(now?.number).toBe(2);
    expect(now?.text).toBe('Kanariefågeln sjunger igen.');
    const { history } = await read(AREA);
    expect(history.map(({ what }) => what)).toEqual(['replaced', 'changed', 'published', 'changed', 'created']);
  });

  test('is gone once it is withdrawn, with a reason, and comes back when it is published again', async () => {
    expect((await withdraw(AREA, ' ')).status).toBe(422);
    expect((await withdraw(AREA, 'Fel siffra från en aktör.')).status).toBe(200);
    expect(await status(`/summary?window=${WINDOW}&area=${AREA}`)).toBe(410);
    const everything = await Promise.all(
      [`/summary?window=${WINDOW}`, '/publications', '/catalogue', `/summary.csv?window=${WINDOW}`].map((path) =>
        anyone(path),
      ),
    );
    for (const { text } of everything) {
      expect(text).not.toContain('Kanariefågeln');
      expect(text).not.toContain('Fel siffra');
    }
    expect((await read(AREA)).history[0]).toMatchObject({ what: 'withdrawn', reason: 'Fel siffra från en aktör.' });
    const again = await withdraw(AREA, 'En gång till.');
    expect(again.status).toBe(409);
    await publish(AREA);
    expect((await anyone(`/summary?window=${WINDOW}&area=${AREA}`)).json.publications[0]?.number).toBe(3);
  });
});

describe('writing', () => {
  test('takes nothing that points out a person', async () => {
    for (const text of ['Ring Anna, 19811218-9876.', 'Skriv till anna@example.org.'])
      expect((await write(OTHER, text)).status).toBe(422);
  });

  test('does not overwrite what somebody else wrote', async () => {
    const { version } = await read(OTHER);
    await write(OTHER, 'Först.');
    const late = await house.call('samordnare2', 'PUT', at(OTHER), { text: 'Sen.' }, { 'if-match': String(version) });
    expect(late.status).toBe(412);
    expect((await house.call('samordnare', 'PUT', at(OTHER), { text: 'Utan.' })).status).toBe(428);
    expect((await read(OTHER)).text).toBe('Först.');
  });

  test('has no place for what has not begun, or is no area', async () => {
    expect((await house.call('samordnare', 'GET', at(AREA, '2027'))).status).toBe(404);
    expect((await house.call('samordnare', 'GET', at('ingen'))).status).toBe(404);
    expect((await house.call('samordnare', 'GET', at(AREA, '2025-26'))).status).toBe(404);
  });
});

test('a share is hidden from when the library says what it counts some of, and what is public stays', async () => {
  const isHidden = (of: Snapshot | null) => of?.figures.find(({ id }) => id === 'nojda-deltagare')?.hidden;
  const before = await read(OTHER, '2025');
  expect([isHidden(before.current), isHidden(before.proposed)]).toEqual([false, false]);
  const { json: share } = await house.call<object>('samordnare', 'GET', '/indicators/nojda-deltagare');
  // 31 of 37 were content, at 29 activities.
  const changed = { ...share, partOf: 'genomforda-aktiviteter' };
  const put = await house.call('samordnare', 'PUT', '/indicators/nojda-deltagare', changed, { 'if-match': '*' });
  expect(put.status, put.text).toBe(200);
  const after = await read(OTHER, '2025');
  expect([isHidden(after.current), isHidden(after.proposed)]).toEqual([false, true]);
});

test('whoever asks too often is told to wait, by where they come from', async () => {
  const from = (address: string) =>
    house.app.fetch(new Request('http://localhost:3000/api/public/v1/catalogue'), { address });
  let last = 200;
  for (let n = 0; n < 1_300 && last === 200; n++) last = (await from('192.0.2.1')).status;
  expect(last).toBe(429);
  expect((await from('192.0.2.2')).status).toBe(200);
});

/** The same house, and what it asks the table for. */
async function openWatched(requests: string[]) {
  const { createApp } = await import('@insatskollen/functions/app.ts');
  const table = house.bare.through((send) => (command) => {
    requests.push(JSON.stringify(command.input));
    return send(command);
  });
  const app = createApp({ ...house.deps, table });
  return async (path: string, headers: Record<string, string>) => {
    const answer = await app.fetch(new Request(`http://localhost:3000${path}`, { headers }));
    return { text: await answer.text() };
  };
}
