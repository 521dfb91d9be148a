import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { verify } from '@insatskollen/functions/audit/verify.ts';
import { EventsSchema } from '@insatskollen/functions/reports/schemas.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gate } from './gate.ts';
import { openHouse, read, type Answer, type Call, type House } from './house.ts';
import { answersTo, lifeOf, yearly } from './life.ts';
import type { Name } from './people.ts';
import { undocumented } from './play.ts';

// Each test writes in a report of its own.
// Only what adds up by itself is asked: stock and unique counts have guards of their own, which would hide that one is missing.
const asks = ['visits', 'spent', 'share', 'milestone'];
const fresh = Array.from({ length: 40 }, (_, n) => yearly(`race-${n}`, { asks }));
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

const post = (who: Name, what: string, body: unknown, headers: Record<string, string> = {}): Call => ({
  who,
  method: 'POST',
  path: `${life.path}/${what}`,
  body,
  headers,
});
const approve = (who: Name) => post(who, 'approve', { version: 1 });
const sendBack = (who: Name) => post(who, 'return', { version: 1, message: 'say more' });
const reopen = (who: Name, keepFigures: boolean) =>
  post(who, 'reopen', { version: 1, reason: 'a mistake', keepFigures });
const submit = (ifMatch: string) => post('anna', 'submit', {}, { 'if-match': ifMatch });
const recall = (ifMatch: string) => post('bo', 'recall', {}, { 'if-match': ifMatch });
const take = (who: Name) => post(who, 'reviewer', {});

const submitted = async () => {
  await life.save();
  await life.submit();
};
const approved = async () => {
  await submitted();
  await life.approve(1);
};

/** Sends all at once; every answer is a success or a documented refusal. */
async function atOnce(...calls: Call[]): Promise<Answer[]> {
  const answers = await Promise.all(calls.map((call) => house.door(call)));
  expect(answers.flatMap((answer) => undocumented(answer) ?? [])).toEqual([]);
  expect(answers.map(({ status }) => status).filter((status) => ![200, 409, 412].includes(status))).toEqual([]);
  return answers;
}

/** Sends one, and when it has looked and is about to write, all of the other; then lets it write. */
async function inBetween(first: Call, second: Call): Promise<Answer[]> {
  const held = gate((command) => command instanceof TransactWriteCommand || command instanceof PutCommand);
  const answer = house.doorThrough(held.wrap)(first);
  await held.arrived;
  // At another instant: what is kept by time must not be what keeps them apart.
  house.pass(1_000);
  const other = await house.door(second);
  held.open();
  const answers = [await answer, other];
  expect(answers.flatMap((one) => undocumented(one) ?? [])).toEqual([]);
  return answers;
}
const done = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200).length;

/** The steps that the history tells of, in order. */
async function told(): Promise<string[]> {
  const { items } = await read(house.door, EventsSchema, 'kim', `${life.path}/events`);
  return items.map(({ type }) => type);
}
const clean = async () => expect((await verify(house.deps)).differences).toEqual([]);

interface Race {
  what: string;
  before: () => Promise<unknown>;
  calls: () => Promise<Call[]> | Call[];
  /** Events that may come of it: exactly one of these, once. */
  one: string[];
}
const races: Race[] = [
  {
    what: 'two approvals by two coordinators',
    before: submitted,
    calls: () => [approve('kim'), approve('kai')],
    one: ['approved'],
  },
  {
    what: 'eight approvals, without a key',
    before: submitted,
    calls: () => Array.from({ length: 8 }, (_, n) => approve(n % 2 === 0 ? 'kim' : 'kai')),
    one: ['approved'],
  },
  {
    what: 'approving and sending back',
    before: submitted,
    calls: () => [approve('kim'), sendBack('kai')],
    one: ['approved', 'returned'],
  },
  {
    what: 'approving and recalling',
    before: submitted,
    calls: () => [approve('kim'), recall('*')],
    one: ['approved', 'recalled'],
  },
  {
    what: 'sending back and recalling',
    before: submitted,
    calls: () => [sendBack('kim'), recall('*')],
    one: ['returned', 'recalled'],
  },
  {
    what: 'submitting twice from two windows',
    before: () => life.save(),
    calls: async () => {
      const { etag } = await life.look();
      return [submit(etag), submit(etag)];
    },
    one: ['submitted'],
  },
  {
    what: 'a double click on submit, without a key',
    before: () => life.save(),
    calls: () => [submit('*'), submit('*')],
    one: ['submitted'],
  },
  {
    what: 'two reopenings, one of which keeps the figures',
    before: approved,
    calls: () => [reopen('kim', true), reopen('kai', false)],
    one: ['reopened'],
  },
];

describe('at once', () => {
  test.each(races)('$what: one is done, the others are told why not', async ({ before, calls, one }) => {
    await before();
    const earlier = await told();
    const answers = await atOnce(...(await calls()));
    expect(done(answers)).toBe(1);
    const news = (await told()).slice(earlier.length);
    expect(news).toHaveLength(1);
    expect(one).toContain(news[0]);
    await clean();
  });

  test.each(races)('$what, the second before the first has written: only the second is done', async (race) => {
    await race.before();
    const earlier = await told();
    const [first, second] = await race.calls();
    if (!first || !second) throw new Error('a race is of two');
    const answers = await inBetween(first, second);
    expect(answers.map(({ status }) => status)).toEqual([expect.toBeOneOf([409, 412]), 200]);
    expect((await told()).slice(earlier.length)).toHaveLength(1);
  });

  test('submitting and recalling leave the report as the history tells it, whichever came first', async () => {
    await life.save();
    const answers = await atOnce(submit('*'), recall('*'));
    expect(answers[0]?.status).toBe(200);
    const history = await told();
    const expected = answers[1]?.status === 200 ? ['submitted', 'recalled'] : ['submitted'];
    expect(history.slice(1)).toEqual(expected);
    expect((await life.look()).report.state).toBe(expected.length === 2 ? 'draft' : 'submitted');
    await clean();
  });

  test('recalling and submitting again from a window that still shows the first version does one of the two', async () => {
    await submitted();
    const { etag } = await life.look();
    const answers = await atOnce(recall(etag), submit(etag));
    expect(answers.map(({ status }) => status)).toEqual([200, expect.toBeOneOf([409, 412])]);
    expect((await life.look()).report).toMatchObject({ state: 'draft', version: 1 });
    await clean();
  });

  test('saving and submitting lose nothing: what was saved is in the version, or the save is refused and says so', async () => {
    await life.save(answersTo(agreed, 1));
    const { etag } = await life.look();
    const save: Call = {
      who: 'bo',
      method: 'PATCH',
      path: `${life.path}/draft`,
      body: { answers: { texts: { next: 'one thing more' } } },
      headers: { 'if-match': etag },
    };
    const [saved, sent] = await atOnce(save, submit('*'));
    expect(sent?.status).toBe(200);
    const version = await house.door({ who: 'kim', method: 'GET', path: `${life.path}/versions/1` });
    expect(version.text.includes('one thing more')).toBe(saved?.status === 200);
    await clean();
  });

  test('what is saved while someone submits is refused, and what is submitted while someone saves has it in it', async () => {
    await life.save(answersTo(agreed, 1));
    const save: Call = {
      // She has written before, so that the head knows her and the save touches nothing but the draft.
      who: 'anna',
      method: 'PATCH',
      path: `${life.path}/draft`,
      body: { answers: { texts: { next: 'one thing more' } } },
      headers: { 'if-match': '*' },
    };
    expect((await inBetween(submit('*'), save)).map(({ status }) => status)).toEqual([200, 200]);
    const version = await house.door({ who: 'kim', method: 'GET', path: `${life.path}/versions/1` });
    expect(version.text).toContain('one thing more');
    await life.return(1);
    await life.save(answersTo(agreed, 2));
    expect((await inBetween(save, submit('*'))).map(({ status }) => status)).toEqual([409, 200]);
    await clean();
  });

  test('two remarks ticked off at once are both ticked off', async () => {
    await submitted();
    const remarks = ['values.visits', 'values.spent', 'texts.done'].map((path) => ({ path, text: 'why?' }));
    await house.door(post('kim', 'return', { version: 1, remarks }));
    const tick = (n: number): Call => ({
      who: 'anna',
      method: 'PUT',
      path: `${life.path}/remarks/1-${n}`,
      body: { resolved: true },
    });
    expect((await inBetween(tick(1), tick(2))).map(({ status }) => status)).toEqual([200, 200]);
    expect((await life.look()).report).toMatchObject({ openRemarks: 1, remarks: [{}, {}, { resolved: false }] });
  });

  test('saving and submitting what one has seen: only one of them goes by the version that both name', async () => {
    await life.save(answersTo(agreed, 1));
    const { etag } = await life.look();
    const save: Call = {
      who: 'bo',
      method: 'PUT',
      path: `${life.path}/draft`,
      body: { answers: answersTo(agreed, 2) },
      headers: { 'if-match': etag },
    };
    expect(done(await atOnce(save, submit(etag)))).toBe(1);
    await clean();
  });

  test('two who take a report for review: one holds it, and only the holder decides', async () => {
    await submitted();
    expect(done(await atOnce(take('kim'), take('kai')))).toBeGreaterThan(0);
    const holder = (await life.look('kim')).report.reviewer?.personId;
    const [kims, kais] = await atOnce(approve('kim'), approve('kai'));
    expect(kims?.status === 200).toBe(holder === 'p-kim');
    expect(kais?.status === 200).toBe(holder === 'p-kai');
    await clean();
  });

  test('a double click with a key is one effect and the same answer twice', async () => {
    await submitted();
    const click: Call = { ...approve('kim'), headers: { 'idempotency-key': 'click' } };
    const [first, second] = await atOnce(click, click);
    expect([first?.status, second?.status]).toEqual([200, 200]);
    expect(second?.text).toBe(first?.text);
    expect((await told()).filter((type) => type === 'approved')).toHaveLength(1);
    await clean();
  });

  test('the same key with another body is done once, and refused for the other', async () => {
    await submitted();
    const key = { 'idempotency-key': 'click' };
    const answers = await Promise.all([
      house.door({ ...approve('kim'), headers: key }),
      house.door({ ...approve('kim'), body: { version: 1, note: 'fine' }, headers: key }),
    ]);
    expect(done(answers)).toBe(1);
    const refused = answers.find(({ status }) => status !== 200);
    expect([refused?.status, refused?.json]).toMatchObject([422, { code: 'keyReused' }]);
    await clean();
  });
});

test('an action on a version that is no longer the current one is refused with what it is now and who made it so', async () => {
  await submitted();
  await life.return(1);
  await life.save(answersTo(agreed, 2));
  await life.submit();
  const stale = await house.door(approve('kim'));
  expect([stale.status, stale.json]).toMatchObject([
    412,
    { code: 'stale', current: { version: 2, state: 'submitted' }, changedBy: { personId: 'p-anna' } },
  ]);
  for (const call of [post('kim', 'approve', {}), post('anna', 'submit', {}), post('anna', 'recall', {})])
    expect((await house.door(call)).status).toBe(428);
  expect((await house.door(submit('*'))).status).toBe(409);
  expect((await house.door({ ...recall('"1.1"') })).status).toBe(412);
  expect((await life.look('kim')).report).toMatchObject({ state: 'submitted', version: 2 });
});
