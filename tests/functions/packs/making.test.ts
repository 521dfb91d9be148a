import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { takePacks } from '@insatskollen/functions/packs/stream.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { packPartition } from '@insatskollen/functions/table/keys.ts';
import { beforeAll, expect, test } from 'vitest';
import { openPackHouse, type PackHouse } from './house.ts';

let house: PackHouse;
/** What becomes of the next writes, each in turn: it is lost with whoever wrote, or it is done. */
let trouble: ((command: unknown) => boolean) | undefined;
const troubled =
  (send: Send): Send =>
  (command) =>
    trouble?.(command) ? Promise.reject(new Error('cut off')) : send(command);
beforeAll(async () => {
  house = await openPackHouse(troubled);
});

/** All items of one pack, its head apart. */
const partsLying = async (id: string) =>
  house.bare.queryAll({ KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': packPartition(id) } });
const itemsOf = async (id: string) => (await partsLying(id)).map(({ sk }) => String(sk));

test('a pack that is asked for waits, is made by whoever the stream tells, and is then there as a file', async () => {
  const { status, json } = await house.ask();
  expect(status).toBe(202);
  expect(json).toMatchObject({ state: 'queued', progress: { done: 0, total: 2 }, formats: [] });
  expect((await house.file(json.id)).status).toBe(409);
  expect(await house.make()).toEqual({ batchItemFailures: [] });
  expect(await house.read(json.id)).toMatchObject({
    state: 'done',
    progress: { done: 2, total: 2 },
    formats: ['pptx'],
  });
  const file = await house.file(json.id);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-disposition')).toContain('lagesbild-2026.pptx');
  expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
});

test('one that nobody tells of waits, and one that comes twice is made once', async () => {
  const { json } = await house.ask();
  await takePacks(house.deps, [], () => true);
  expect((await house.read(json.id)).state).toBe('queued');
  const records = await house.told();
  await takePacks(house.deps, records, () => true);
  const [items, first] = [await itemsOf(json.id), await house.file(json.id)];
  await takePacks(house.deps, records, () => true);
  expect(await itemsOf(json.id)).toEqual(items);
  expect((await house.file(json.id)).bytes.equals(first.bytes)).toBe(true);
});

test('cut off at any write, it is gone on with from there and ends the same', async () => {
  const { json: whole } = await house.ask({ asOf: '2026-11-10' });
  await house.make();
  const [items, content] = [await itemsOf(whole.id), await contentOf(whole.id)];
  const isWrite = (command: unknown) => command instanceof PutCommand || command instanceof TransactWriteCommand;
  for (let lost = 0; lost < 6; lost++) {
    const { json } = await house.ask({ asOf: '2026-11-10' });
    const records = await house.told();
    let writes = 0;
    // Whoever wrote is gone from here on, and so writes nothing of what went wrong either.
    trouble = (command) => isWrite(command) && writes++ >= lost;
    await takePacks(house.deps, records, () => true);
    trouble = undefined;
    expect((await house.read(json.id)).state).toBe(lost === 0 ? 'queued' : 'running');
    await takePacks(house.deps, records, () => true);
    expect((await house.read(json.id)).state, `after ${lost} writes`).toBe('done');
    expect(await itemsOf(json.id)).toEqual(items);
    expect(await contentOf(json.id)).toBe(content);
  }
});

test('whoever has no more time leaves it, and the stream tells of it anew', async () => {
  const { json } = await house.ask();
  let rounds = 1;
  await takePacks(house.deps, await house.told(), () => rounds-- > 0);
  expect(await house.read(json.id)).toMatchObject({ state: 'queued', progress: { done: 1, total: 2 } });
  expect(await house.make()).toEqual({ batchItemFailures: [] });
  expect((await house.read(json.id)).state).toBe('done');
  const { json: late } = await house.ask();
  const records = await house.told();
  const { batchItemFailures } = await takePacks(house.deps, records, () => false);
  expect(JSON.stringify(records)).toContain(batchItemFailures[0]?.itemIdentifier);
  expect((await house.read(late.id)).state).toBe('queued');
});

test('of two who are at it at once, the one that took it on first stops', async () => {
  const { json } = await house.ask();
  const records = await house.told();
  const both = await Promise.all([
    takePacks(house.deps, records, () => true),
    takePacks(house.deps, records, () => true),
  ]);
  expect(both.flatMap(({ batchItemFailures }) => batchItemFailures)).toEqual([]);
  expect(await house.read(json.id)).toMatchObject({ state: 'done', progress: { done: 2, total: 2 } });
});

test('what goes wrong in making it is said, and it can be started again', async () => {
  const { json } = await house.ask();
  // The file's first part cannot be kept; that it failed can.
  trouble = (command) => command instanceof PutCommand && String(command.input.Item?.['sk']).startsWith('FILE#');
  expect(await house.make()).toEqual({ batchItemFailures: [] });
  trouble = undefined;
  expect(await house.read(json.id)).toMatchObject({ state: 'failed', failure: 'fault', formats: [] });
  expect((await house.file(json.id)).status).toBe(409);
  const again = await house.call<{ state: string }>('samordnare', 'POST', `/packs/${json.id}/retry`, {});
  expect([again.status, again.json.state]).toEqual([202, 'queued']);
  expect((await house.call('samordnare', 'POST', `/packs/${json.id}/retry`, {})).status).toBe(409);
  await house.make();
  expect((await house.read(json.id)).state).toBe('done');
});

test('each sees their own alone, and only until it expires', async () => {
  const { json } = await house.ask({}, 'ledning');
  await house.make();
  expect((await house.file(json.id, '', 'ledning')).status).toBe(200);
  for (const path of [`/packs/${json.id}`, `/packs/${json.id}/file`])
    expect((await house.call('samordnare', 'GET', path)).status).toBe(404);
  expect((await house.call('samordnare', 'POST', `/packs/${json.id}/retry`, {})).status).toBe(404);
  const listed = async (who: string) =>
    (await house.call<{ items: { id: string }[] }>(who, 'GET', '/packs')).json.items.map(({ id }) => id);
  expect(await listed('ledning')).toContain(json.id);
  expect(await listed('samordnare')).not.toContain(json.id);
});

test('asked for again with the same key, it is the same pack', async () => {
  const key = { 'idempotency-key': 'ett-underlag' };
  const first = await house.ask({}, 'samordnare', key);
  const second = await house.ask({}, 'samordnare', key);
  expect(second.json).toEqual(first.json);
});

test.each([
  ['a later instant than now', { asOf: '2031-01-01' }, 'asOf', 'inFuture'],
  ['an area that is not there', { areas: ['finns-inte'] }, 'areas.0', 'unknownArea'],
  ['no window', { from: '2026-Q3', to: '2026-Q1' }, 'from', 'notAWindow'],
])('%s is refused', async (_, body, path, code) => {
  const { status, json } = await house.ask(body);
  expect(status).toBe(422);
  expect(json.errors).toMatchObject([{ path, code }]);
});

test('a pack is there for 30 days, and then no more', async () => {
  const { json } = await house.ask();
  const look = async () => {
    const own = await house.session('samordnare');
    const one = await house.call(undefined, 'GET', `/packs/${json.id}`, undefined, own);
    const all = await house.call<{ items: { id: string }[] }>(undefined, 'GET', '/packs', undefined, own);
    return [one.status, all.json.items.some(({ id }) => id === json.id)];
  };
  house.pass(29 * 24 * 60);
  expect(await look()).toEqual([200, true]);
  house.pass(2 * 24 * 60);
  expect(await look()).toEqual([404, false]);
});

async function contentOf(id: string): Promise<string> {
  const parts = (await partsLying(id)).filter(({ sk }) => String(sk).startsWith('CONTENT'));
  return parts.map(({ bytes }) => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : '')).join('');
}
