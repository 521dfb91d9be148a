import { PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { EventsSchema } from '@insatskollen/functions/reports/schemas.ts';
import { tableDefinition } from '@insatskollen/functions/table/definition.ts';
import { idempotencyKey } from '@insatskollen/functions/table/keys.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gate, losingAnswers } from './gate.ts';
import { openHouse, read, type Call, type Door, type House } from './house.ts';
import { answersTo, lifeOf, reportPath, yearly } from './life.ts';

// Each test writes in a report of its own.
const fresh = Array.from({ length: 60 }, (_, n) => yearly(`advice-${n}`));
const any = { 'if-match': '*' };
let house: House;
let agreed: Agreement;
let life: ReturnType<typeof lifeOf>;
beforeAll(async () => {
  house = await openHouse({ agreements: fresh, now: '2026-04-13T08:00:00.000Z' });
});
beforeEach(() => {
  const next = fresh.pop();
  if (!next) throw new Error('more tests than agreements');
  agreed = next;
  life = lifeOf(house.door, agreed);
});

type Button = () => Call;
const ours =
  (what: string, body: unknown = {}): Button =>
  () => ({ who: 'anna', method: 'POST', path: `${life.path}/${what}`, body, headers: any });
const theirs =
  (what: string, body: unknown): Button =>
  () => ({ who: 'kim', method: 'POST', path: `${life.path}/${what}`, body });
const save =
  (method: 'PUT' | 'PATCH', answers: () => object): Button =>
  () => ({ who: 'anna', method, path: `${life.path}/draft`, body: { answers: answers() }, headers: any });

interface Pressed {
  button: string;
  /** What is to have happened before. */
  before: () => Promise<unknown>;
  call: Button;
  /** The same request with other content. */
  other: unknown;
  event?: string;
}
const submitted = async () => {
  await life.save();
  await life.submit();
};
const approved = async () => {
  await submitted();
  await life.approve(1);
};
const buttons: Pressed[] = [
  {
    button: 'submitting',
    before: () => life.save(),
    call: ours('submit'),
    other: { other: true },
    event: 'submitted',
  },
  { button: 'recalling', before: submitted, call: ours('recall'), other: { other: true }, event: 'recalled' },
  {
    button: 'taking for review',
    before: submitted,
    call: theirs('reviewer', {}),
    other: { other: true },
    event: 'reviewTaken',
  },
  {
    button: 'returning',
    before: submitted,
    call: theirs('return', { version: 1, remarks: [{ path: 'texts.done', text: 'say more' }] }),
    other: { version: 1, message: 'another' },
    event: 'returned',
  },
  {
    button: 'approving',
    before: submitted,
    call: theirs('approve', { version: 1 }),
    other: { version: 1, note: 'another' },
    event: 'approved',
  },
  {
    button: 'reopening',
    before: approved,
    call: theirs('reopen', { version: 1, reason: 'a mistake' }),
    other: { version: 1, reason: 'another' },
    event: 'reopened',
  },
  {
    button: 'asking to reopen',
    before: approved,
    call: ours('request-reopen', { reason: 'a mistake' }),
    other: { reason: 'another' },
    event: 'reopenRequested',
  },
  {
    button: 'saving the whole draft',
    before: () => life.save(),
    call: save('PUT', () => answersTo(agreed, 2)),
    other: { answers: { values: {}, texts: {} } },
  },
  {
    button: 'saving some entries',
    before: () => life.save(),
    call: save('PATCH', () => ({ texts: { next: 'more of it' } })),
    other: { answers: { texts: { next: 'less of it' } } },
  },
];

const press = (call: Call, door: Door = house.door) =>
  door({ ...call, headers: { ...call.headers, 'idempotency-key': 'key-1' } });
const timesTold = async (type: string | undefined): Promise<number> => {
  const { items } = await read(house.door, EventsSchema, 'kim', `${life.path}/events`);
  return items.filter((event) => event.type === type).length;
};

describe.each(buttons)('$button', ({ before, call, other, event }) => {
  const once = event === undefined ? 0 : 1;

  test('again with the same key gives the same answer and no second effect', async () => {
    await before();
    const first = await press(call());
    const { etag } = await life.look();
    const again = await press(call());
    expect(first.status).toBe(200);
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect((await life.look()).etag).toBe(etag);
    expect(await timesTold(event)).toBe(once);
  });

  test('eight times at once with the same key gives one effect and eight times the same answer', async () => {
    await before();
    const answers = await Promise.all(Array.from({ length: 8 }, () => press(call())));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await timesTold(event)).toBe(once);
  });

  test('a second press that comes while the first is under way is answered as the first, not refused as too late', async () => {
    await before();
    // Held when it has seen that nobody has pressed yet, and is about to look at the report.
    let looks = 0;
    const door = gate((command) => command instanceof QueryCommand && ++looks > 1);
    const second = press(call(), house.doorThrough(door.wrap));
    await door.arrived;
    const first = await press(call());
    door.open();
    expect([first.status, (await second).status]).toEqual([200, 200]);
    expect((await second).json).toEqual(first.json);
    expect(await timesTold(event)).toBe(once);
  });

  test('the same key with other content is refused and does nothing', async () => {
    await before();
    await press(call());
    const { etag } = await life.look();
    const answer = await press({ ...call(), body: other });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ code: 'keyReused' });
    expect((await life.look()).etag).toBe(etag);
  });

  test('an answer that was lost on the way is there when the same is asked again', async () => {
    await before();
    const losing = house.doorThrough(losingAnswers((command) => command instanceof TransactWriteCommand));
    const lost = await press(call(), losing);
    expect(lost.status).toBe(503);
    expect(lost.headers.get('retry-after')).not.toBeNull();
    expect((await press(call())).status).toBe(200);
    expect(await timesTold(event)).toBe(once);
  });
});

describe('a key', () => {
  const write = (text: string, more: Partial<Call> = {}): Call => ({
    ...save('PATCH', () => ({ texts: { next: text } }))(),
    ...more,
  });

  test('is forgotten after 24 hours on the real clock, whatever the clock of periods says', async () => {
    await life.save();
    await press(write('first'));
    house.clock.now += 48 * 3_600_000;
    house.clock.system += 24 * 3_600_000 - 1_000;
    expect((await press(write('second'))).status).toBe(422);
    house.clock.system += 2_000;
    expect((await press(write('second'))).status).toBe(200);
    expect((await life.look()).report.answers.texts['next']).toBe('second');
    expect((await press(write('third'))).status).toBe(422);
  });

  test('is kept for 24 hours by the attribute that the table forgets by, without what was written in the draft', async () => {
    await life.save();
    await press(write('a secret of the draft'));
    const item = await house.table.get(idempotencyKey('p-anna', `PATCH /api/v1${life.path}/draft`, 'key-1'));
    expect(Number(item?.[tableDefinition.ttlAttribute])).toBe(Math.floor(house.clock.system / 1000) + 24 * 3_600);
    expect(JSON.stringify(item)).not.toContain('secret');
  });

  test('is one person’s own, and of one address', async () => {
    await life.save();
    expect((await press(write('anna’s'))).status).toBe(200);
    expect((await press(write('bo’s', { who: 'bo' }))).status).toBe(200);
    const elsewhere = `${reportPath(agreed, '2026-Q2')}/draft`;
    expect((await press(write('of another period', { path: elsewhere }))).status).toBe(200);
    expect((await life.look()).report.answers.texts['next']).toBe('bo’s');
  });

  test('remembers no refusal: the same request works once what was missing is there', async () => {
    await life.save({ values: {}, texts: {} });
    expect((await press(ours('submit')())).status).toBe(422);
    await life.save();
    expect((await press(ours('submit')())).status).toBe(200);
  });
});

test('saving a whole draft whose answer was lost once is done and said to be done, also without a key', async () => {
  await life.save();
  const { etag } = await life.look();
  const losing = house.doorThrough(losingAnswers((command) => command instanceof PutCommand, 1));
  const body = { answers: answersTo(agreed, 2) };
  const answer = await losing({
    who: 'anna',
    method: 'PUT',
    path: `${life.path}/draft`,
    body,
    headers: { 'if-match': etag },
  });
  expect(answer.status).toBe(200);
  expect((await life.look()).report.answers.texts['done']).toBe('what was done (2)');
});
