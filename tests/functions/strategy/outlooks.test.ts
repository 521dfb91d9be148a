import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

interface Outlook {
  focusArea: string;
  text: string;
  version: number;
}
interface Changes {
  items: { version: number; what: string; fields: { path: string; before: unknown; after: unknown }[] }[];
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
/** What the demo's data says of where areas are heading; one of them was written twice. */
const demoOutlooks = [
  ['inkluderande-kompetensforsorjning', 1],
  ['starka-nyforetagande', 2],
];
const path = '/focus-areas/attrahera-talang-och-kompetens/outlook';
const write = (text: string, from: string) =>
  house.call<Outlook>('samordnare', 'PUT', path, { text }, { 'if-match': from });

test('an outlook begins unwritten, and every version of it is kept', async () => {
  const before = await house.call<Outlook>('ledning', 'GET', path);
  expect([before.json.text, before.etag]).toEqual(['', '"0"']);
  expect((await write('Fler flyttar hit.', '0')).etag).toBe('"1"');
  expect((await write('Fler flyttar hit och stannar.', '1')).status).toBe(200);
  expect((await write('Ingen flyttar hit.', '1')).status).toBe(412);
  const { items } = (await house.call<Changes>('rapportor.almi', 'GET', `${path}/changes`)).json;
  expect(items.map(({ version, what, fields }) => [version, what, fields[0]?.after])).toEqual([
    [2, 'changed', 'Fler flyttar hit och stannar.'],
    [1, 'created', 'Fler flyttar hit.'],
  ]);
  const { items: all } = (await house.call<{ items: Outlook[] }>('ledning', 'GET', '/outlooks')).json;
  expect(all.map(({ focusArea, version }) => [focusArea, version])).toEqual([
    ['attrahera-talang-och-kompetens', 2],
    ...demoOutlooks,
  ]);
});

test('an area that there is not has no outlook', async () => {
  expect((await house.call('ledning', 'GET', '/focus-areas/mars/outlook')).status).toBe(404);
});
