import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { counting } from '../requests/counting.ts';
import { filesOf, type Result } from './house.ts';

/** What reading a file in costs the table: so much for the file, and little for each of its rows, however many there are. */
const count = counting();
let house: DemoHouse;
let files: ReturnType<typeof filesOf>;
beforeAll(async () => {
  house = await openDemoHouse(count.wrap);
  files = filesOf(house);
});

type Kind = Parameters<ReturnType<typeof filesOf>['send']>[0];
const rows = (n: number, row: (n: number) => string) => Array.from({ length: n }, (_, at) => row(at));

const initiatives = (name: string, n: number) =>
  [
    'id;title;primaryFocusArea;lifecycle',
    ...rows(n, (at) => `${name}-${at};Nr ${at};starka-nyforetagande;ongoing`),
  ].join('\n');
const agreements = (name: string, n: number, goal = 'Mål') =>
  [
    'id;reference;actorId;initiativeId;termStart;termEnd;frequency;dueDays;goal;criteria;questions;indicators',
    ...rows(
      n,
      (at) =>
        `${name}-${at};RS-${at};almi;${name}-${at};2027-01-01;2027-12-31;quarterly;20;${goal};;analys;beviljade-lan`,
    ),
  ].join('\n');
const targets = (name: string, n: number, target: string) =>
  ['agreementId;indicatorId;period;target', ...rows(n, (at) => `${name}-${at};beviljade-lan;2027-Q1;${target}`)].join(
    '\n',
  );

/** How many requests checking and reading a file in take. */
async function costOf(kind: Kind, file: string, length: number): Promise<{ tried: number; readIn: number }> {
  let tried: Partial<Result> & Pick<Result, 'errors'> = { errors: [] };
  const checked = await count.during(async () => {
    tried = (await files.send(kind, file, '?dryRun=true')).json;
  });
  expect(tried.errors.slice(0, 3)).toEqual([]);
  expect(tried).toMatchObject({ rows: length, unchanged: 0 });
  const written = await count.during(async () => {
    expect((await files.send(kind, file)).json).toEqual(tried);
  });
  return { tried: checked.table.length, readIn: written.table.length };
}

const kinds: [string, Kind, (name: string, n: number) => string, number, number][] = [
  ['new initiatives', 'initiatives', initiatives, 100, 0.03],
  ['new agreements', 'agreements', agreements, 20, 0.4],
  ['changed agreements', 'agreements', (name, n) => agreements(name, n, 'Ett annat mål'), 20, 0.4],
  ['targets', 'targets', (name, n) => targets(name, n, '5'), 20, 0.4],
];

test.each(kinds)('%s cost little for each row more', async (_what, kind, fileOf, some, perRow) => {
  const few = await costOf(kind, fileOf('faa', some), some);
  const many = await costOf(kind, fileOf('manga', 2 * some), 2 * some);
  // Checking reads whole registers, and no row costs anything by itself.
  expect(many.tried - few.tried).toBeLessThanOrEqual(1);
  expect(many.readIn - few.readIn).toBeGreaterThan(0);
  expect(many.readIn - few.readIn).toBeLessThanOrEqual(perRow * some);
});
