import type { Send } from '@insatskollen/functions/table/client.ts';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { filesOf } from './house.ts';

interface Progress {
  running: { kind: string; done: number; total: number | null; begunAt: string } | null;
}

let house: DemoHouse;
let files: ReturnType<typeof filesOf>;
/** What is said on the way: asked for before each transaction of whoever reads a file in. */
let seen: Progress['running'][] | undefined;
/** How many transactions are let through before the process is cut off; none when it is not. */
let letThrough: number | undefined;
const watched =
  (send: Send): Send =>
  async (command) => {
    if (!(command instanceof TransactWriteCommand)) return send(command);
    if (letThrough !== undefined && letThrough-- <= 0) throw new Error('the process is gone');
    seen?.push(await progress());
    return send(command);
  };
const progress = async () => (await house.call<Progress>('samordnare', 'GET', '/imports/progress')).json.running;

beforeAll(async () => {
  house = await openDemoHouse(watched);
  files = filesOf(house);
});

const lines = (name: string, count: number) =>
  [
    'id;title;primaryFocusArea',
    ...Array.from({ length: count }, (_, n) => `${name}-${n};${name} ${n};starka-nyforetagande`),
  ].join('\n');

test('it is told how far a file has come while it is read in, and nothing before or after', async () => {
  expect(await progress()).toBeNull();
  await house.token('samordnare');
  seen = [];
  const { json } = await files.send('initiatives', lines('steg', 500));
  const told = seen;
  seen = undefined;
  expect(json).toMatchObject({ created: 500, errors: [] });
  expect(await progress()).toBeNull();
  const writing = told.flatMap((one) => (one === null || one.total === null ? [] : [one]));
  expect(told.some((one) => one !== null && one.total === null && one.done === 0)).toBe(true);
  expect(writing.every(({ kind, total }) => kind === 'initiatives' && total === 500)).toBe(true);
  expect(new Set(writing.map(({ done }) => done))).toEqual(new Set([0, 192, 384]));
  expect(writing.map(({ done }) => done)).toEqual(writing.map(({ done }) => done).toSorted((a, b) => a - b));
  expect(new Set(writing.map(({ begunAt }) => begunAt)).size).toBe(1);
});

test('a file that was cut off is still being read in until somebody goes on with it; one that was only checked is not', async () => {
  letThrough = 2;
  await expect(files.send('initiatives', lines('kapad', 100))).rejects.toThrow();
  letThrough = undefined;
  house.pass(1);
  expect(await progress()).toMatchObject({ kind: 'initiatives', done: 0, total: 100 });
  expect((await files.send('initiatives', lines('kapad', 100))).json).toMatchObject({ unchanged: 100 });
  expect(await progress()).toBeNull();
  // Neither the check nor what would let go of the registers again comes through.
  letThrough = 0;
  await expect(files.send('initiatives', lines('stum', 3))).rejects.toThrow();
  letThrough = undefined;
  expect(await progress()).toMatchObject({ total: null });
  house.pass(1);
  expect(await progress()).toBeNull();
});
