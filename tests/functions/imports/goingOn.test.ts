import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { takeHandOvers } from '@insatskollen/functions/imports/goOn.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { streamOf } from '../streamOf.ts';
import { filesOf } from './house.ts';

let house: DemoHouse;
let files: ReturnType<typeof filesOf>;
let told: Awaited<ReturnType<typeof streamOf>>;
/** How long each transaction takes by the product's clocks. */
let slowSeconds = 0;
const slow =
  (send: Send): Send =>
  async (command) => {
    if (command instanceof TransactWriteCommand) house.pass(slowSeconds / 60);
    return send(command);
  };
beforeAll(async () => {
  house = await openDemoHouse(slow);
  files = filesOf(house);
  told = await streamOf(house.bare);
  await told();
});
beforeEach(() => {
  slowSeconds = 0;
});

const lines = (name: string, count: number) =>
  [
    'id;title;primaryFocusArea',
    ...Array.from({ length: count }, (_, n) => `${name}-${n};${name} ${n};starka-nyforetagande`),
  ].join('\n');
const running = async () =>
  (await house.call<{ running: { done: number; total: number } | null }>('samordnare', 'GET', '/imports/progress')).json
    .running;
const written = async (name: string) => {
  const { json } = await files.send('initiatives', lines(name, 390), '?dryRun=true');
  return json.unchanged;
};
/** Sends a file that is not all written when the answer is due. */
async function sendLong(name: string, headers: Record<string, string> = {}) {
  await house.token('samordnare');
  slowSeconds = 3;
  const answer = await files.send('initiatives', lines(name, 390), '', headers);
  slowSeconds = 0;
  return answer;
}

test('a file that takes longer than one waits for an answer is kept, and written by whoever the stream tells', async () => {
  const answer = await sendLong('lang');
  expect(answer.status).toBe(202);
  expect(answer.json).toMatchObject({ rows: 390, created: 390, errors: [] });
  const left = await running();
  expect(left).toMatchObject({ total: 390 });
  expect(left?.done).toBeLessThan(390);
  const records = await told();
  expect(await takeHandOvers(house.deps, records, () => true)).toEqual({ batchItemFailures: [] });
  expect(await running()).toBeNull();
  expect(await written('lang')).toBe(390);
  // What comes twice is done once.
  expect(await takeHandOvers(house.deps, records, () => true)).toEqual({ batchItemFailures: [] });
  const { json } = await house.call<{ items: object[] }>('samordnare', 'GET', '/initiatives/lang-389/changes');
  expect(json.items).toHaveLength(1);
});

test('whoever goes on with it and has no more time hands it over again, and the stream tells of that', async () => {
  await sendLong('etapp');
  const before = (await running())?.done;
  let rounds = 1;
  await takeHandOvers(house.deps, await told(), () => rounds-- > 0);
  const after = (await running())?.done;
  expect(after).toBeGreaterThan(before ?? Infinity);
  expect(after).toBeLessThan(390);
  await takeHandOvers(house.deps, await told(), () => true);
  expect(await running()).toBeNull();
  expect(await written('etapp')).toBe(390);
});

test('one that is not told of it goes on with nothing, and one that fails is told again', async () => {
  await sendLong('fel');
  const records = await told();
  const others = records.filter((record) => !JSON.stringify(record).includes('"handedOver":{"BOOL":true}'));
  expect(others.length).toBeLessThan(records.length);
  await takeHandOvers(house.deps, others, () => true);
  expect(await running()).not.toBeNull();
  const table = house.bare.through(
    (send) => (command) =>
      command instanceof TransactWriteCommand ? Promise.reject(new Error('away')) : send(command),
  );
  const { batchItemFailures } = await takeHandOvers({ ...house.deps, table }, records, () => true);
  expect(batchItemFailures).toHaveLength(1);
  expect(JSON.stringify(records)).toContain(batchItemFailures[0]?.itemIdentifier);
  expect(await takeHandOvers(house.deps, records, () => true)).toEqual({ batchItemFailures: [] });
  expect(await written('fel')).toBe(390);
});

test('of two who go on with it at once one does, and nobody writes in the registers meanwhile', async () => {
  await sendLong('tva');
  const records = await told();
  const both = await Promise.all([
    takeHandOvers(house.deps, records, () => true),
    takeHandOvers(house.deps, records, () => true),
  ]);
  expect(both.flatMap(({ batchItemFailures }) => batchItemFailures).length).toBeLessThan(2);
  expect(await running()).toBeNull();
  expect(await written('tva')).toBe(390);

  await sendLong('upptaget');
  slowSeconds = 3;
  const actor = { name: 'Nya nätverket', kind: 'association' };
  expect((await house.call('samordnare', 'POST', '/actors', actor)).status).toBe(503);
  slowSeconds = 0;
  // Whoever needs the registers goes on with it too, when nothing has been told.
  expect((await house.call('samordnare', 'POST', '/actors', actor)).status).toBe(201);
  expect(await written('upptaget')).toBe(390);
});

test('sent again with the same key while it is being written, it is answered the same and has one effect', async () => {
  const key = { 'idempotency-key': 'lang-fil' };
  const first = await sendLong('nyckel', key);
  const second = await files.send('initiatives', lines('nyckel', 390), '', key);
  expect([second.status, second.json]).toEqual([202, first.json]);
  await takeHandOvers(house.deps, await told(), () => true);
  expect(await written('nyckel')).toBe(390);
});
