import type { Comment } from '@insatskollen/shared/comments/comment.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openHouse } from '../../flow/house.ts';
import { lifeOf, yearly } from '../../flow/life.ts';
import { people, type Name } from '../../flow/people.ts';
import type { Problem } from '../answerCheck.ts';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { everythingRead } from '../drafts/everythingRead.ts';
import { reportAt } from '../reportAt.ts';
import { wholeTable } from '../wholeTable.ts';

type Read = Comment & { name: string | null };
interface Page {
  items: Read[];
  nextCursor: string | null;
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const approved = '/reports/almi-basuppdrag-2026/2026-Q2/comments';
const agreement = '/agreements/almi-basuppdrag-2026/comments';
const say = (who: string, path: string, text: unknown, headers: Record<string, string> = {}) =>
  house.call<{ id: string; at: string } & Problem>(who, 'POST', path, { text }, headers);
const heard = (who: string, path: string) => house.call<Page>(who, 'GET', path);
const takeBack = (who: string, path: string, id: string) =>
  house.call<{ withdrawnAt: string }>(who, 'DELETE', `${path}/${id}`);
/** Where a text lies in the table, by the beginnings of the keys. */
const lying = async (text: string) =>
  [...(await wholeTable(house.bare))].flatMap(([key, item]) => (item.includes(text) ? [key] : []));

describe.each([
  ['a report that was approved', approved, 'REPORT#almi-basuppdrag-2026#2026-Q2 FOR-REGION#'],
  ['an agreement', agreement, 'AGREEMENT#almi-basuppdrag-2026 FOR-REGION#'],
])('%s', (_, path, key) => {
  test('is commented on by departments, leaders and coordinators, who read it in order', async () => {
    for (const [who, text] of [
      ['avdelning', 'Når rådgivningen alla kommuner?'],
      ['samordnare', 'Ja, utom en.'],
      ['ledning', 'Bra.\n\nFråga varför.'],
    ] as const) {
      const { status, json } = await say(who, path, text);
      expect([status, json.at], who).toEqual([201, new Date(house.clock.now).toISOString()]);
      house.pass(1);
    }
    for (const who of ['avdelning', 'samordnare', 'ledning']) {
      const { items, nextCursor } = (await heard(who, path)).json;
      expect(items.map(({ name, role, text }) => [name, role, text])).toEqual([
        ['Axel Avdelning', 'department', 'Når rådgivningen alla kommuner?'],
        ['Sam Samordnare', 'coordinator', 'Ja, utom en.'],
        ['Lena Ledning', 'leader', 'Bra.\n\nFråga varför.'],
      ]);
      expect(nextCursor).toBeNull();
    }
    const first = (await heard('ledning', `${path}?limit=2`)).json;
    const second = (await heard('ledning', `${path}?limit=2&cursor=${first.nextCursor}`)).json;
    expect([first.items.length, second.items.map(({ role }) => role)]).toEqual([2, ['leader']]);
  });

  test('keeps a comment once, however often it is sent, and its text in one place', async () => {
    const once = `Sägs en gång om ${path}.`;
    const headers = { 'idempotency-key': `once ${path}` };
    const answers = [await say('avdelning', path, once, headers)];
    answers.push(await say('avdelning', path, once, headers));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await say('avdelning', path, 'Något annat.', headers)).json.code).toBe('keyReused');
    const found = await lying(once);
    expect([found.length, found[0]?.startsWith(key)]).toEqual([1, true]);
  });

  test('loses what its author takes back, and shows that it was there', async () => {
    house.pass(1);
    const { id } = (await say('avdelning', path, 'Det här ångrar jag.', { 'idempotency-key': `back ${path}` })).json;
    for (const who of ['samordnare', 'ledning']) expect((await takeBack(who, path, id)).status, who).toBe(403);
    expect((await heard('ledning', path)).json.items.at(-1)?.text).toBe('Det här ångrar jag.');
    house.pass(1);
    const taken = await takeBack('avdelning', path, id);
    expect([taken.status, taken.json]).toEqual([200, { id, withdrawnAt: new Date(house.clock.now).toISOString() }]);
    house.pass(1);
    expect((await takeBack('avdelning', path, id)).json).toEqual(taken.json);
    const last = (await heard('samordnare', path)).json.items.at(-1);
    expect(last).toMatchObject({ id, text: null, withdrawnAt: taken.json.withdrawnAt, name: 'Axel Avdelning' });
    expect(await lying('Det här ångrar jag.')).toEqual([]);
    const events = [...(await wholeTable(house.bare)).keys()].filter((one) => one.startsWith(`CHANGES#comment#${id} `));
    expect(events).toHaveLength(2);
    expect((await takeBack('avdelning', path, 'ingen')).status).toBe(404);
  });

  test.each([
    ['', 'blank'],
    [' \n ', 'blank'],
    ['å'.repeat(2_001), 'tooLong'],
    ['a\u0007b', 'unprintable'],
  ])('takes no comment such as %j', async (text, code) => {
    const { status, json } = await say('avdelning', path, text);
    expect([status, json.errors?.map((error) => [error.path, error.code])]).toEqual([422, [['text', code]]]);
  });

  test('is not commented on by its actor, nor by an administrator, and they read nothing', async () => {
    for (const who of ['rapportor.almi', 'rapportor.uf', 'admin']) {
      expect((await say(who, path, 'Hej.')).status, who).toBe(403);
      expect((await heard(who, path)).status, who).toBe(403);
    }
  });
});

test('what is not there, or not approved for those who read approved reports only, is answered as the report is', async () => {
  const submitted = reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
  await submitted.submitFilled(40);
  const path = `${submitted.path}/comments`;
  expect((await say('samordnare', path, 'Ser bra ut.')).status).toBe(201);
  for (const who of ['avdelning', 'ledning']) {
    expect((await submitted.read(who)).status).toBe(404);
    for (const { status, json } of [await heard(who, path), await say(who, path, 'Hej.')])
      expect([status, json], who).toMatchObject([404, { code: 'notFound' }]);
  }
  for (const gone of ['/reports/almi-basuppdrag-2026/2031-Q1/comments', '/agreements/ingen/comments'])
    expect((await heard('samordnare', gone)).status, gone).toBe(404);
});

test('a coordinator who reports for the actor hears nothing of what is said of it', async () => {
  const own = (await house.call<{ items: { id: string }[] }>('samordnare', 'GET', '/agreements?actor=region-sormland'))
    .json.items[0];
  const path = `/agreements/${own?.id}/comments`;
  expect((await say('avdelning', path, 'Regionens eget.')).status).toBe(201);
  expect((await heard('samordnare', path)).json.items).toHaveLength(1);
  expect((await heard('rapportor.region', path)).status).toBe(403);
  expect((await say('rapportor.region', path, 'Hej.')).status).toBe(403);
  expect((await heard('rapportor.region', agreement)).status).toBe(200);
});

test('nothing that an actor is answered, in any form, holds what the region says', async () => {
  const agreed = yearly('advice');
  const small = await openHouse({ agreements: [agreed], now: '2026-04-13T08:00:00.000Z' });
  const life = lifeOf(small.door, agreed);
  await life.save();
  await life.submit();
  await life.approve(1);
  const bird = 'kanariefågel';
  const ways = [`${life.path}/comments`, `/agreements/${agreed.id}/comments`];
  for (const path of ways)
    expect((await small.door({ who: 'lea', method: 'POST', path, body: { text: `En ${bird}.` } })).status).toBe(201);
  const places = {
    agreementId: [agreed.id],
    period: ['2026-Q1'],
    n: ['1'],
    areaId: ['start'],
    window: ['2026-Q1'],
    id: [agreed.id, 'north', 'advice', 'visits', 'done', 'usual', 'start', 'p-anna'],
  };
  const everyone = Object.keys(people).filter((who): who is Name => who in people);
  const read = await everythingRead(small.door, everyone, places, (ms) => small.pass(ms));
  const found = read.filter(({ said }) => said.toLowerCase().includes(bird));
  expect(new Set(found.map(({ address }) => address))).toEqual(new Set([...ways, life.path]));
  expect(new Set(found.map(({ who }) => who))).toEqual(new Set(['kim', 'kai', 'lea']));
});
