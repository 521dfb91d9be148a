import { openDigests } from '@insatskollen/functions/notices/daily.ts';
import { takeRecords } from '@insatskollen/functions/notices/stream.ts';
import { sendDue } from '@insatskollen/functions/notices/send.ts';
import { takeMailEvent } from '@insatskollen/functions/notices/undelivered.ts';
import { outboxItem } from '@insatskollen/functions/notices/outbox.ts';
import type {
  LetterAnswerSchema,
  OutboxPageSchema,
  UpcomingAnswerSchema,
} from '@insatskollen/functions/notices/schemas.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { streamRecords } from '../drafts/streamRecords.ts';
import { reportAt } from '../reportAt.ts';
import { bring } from '../security/matrix.ts';
import { postOffice, posting, sendAll } from './post.ts';

type Outbox = z.infer<typeof OutboxPageSchema>;
type Upcoming = z.infer<typeof UpcomingAnswerSchema>;

const house: DemoHouse = await openDemoHouse();
const almi = reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
let post = postOffice();
let deps = posting(house.deps, post.mailer);
beforeEach(() => {
  post = postOffice();
  deps = posting(house.deps, post.mailer);
});

const DAY = 24 * 60;
/** The stream from its beginning, every time: what was told before comes again. */
const stream = async () => takeRecords(deps, await streamRecords(house.bare));
/** The next morning, when everyone is told. */
async function morning() {
  house.pass(DAY);
  return openDigests(deps);
}
const outbox = async (state: string) =>
  (await house.call<Outbox>('admin', 'GET', `/notices/outbox?state=${state}`)).json;
const redrive = (id: string) => house.call('admin', 'POST', `/notices/outbox/${id}/redrive`);
const choose = (who: string, body: object) => house.call(who, 'PUT', '/me/preferences', body, { 'if-match': '*' });
const usual = { language: 'sv', rhythm: 'daily', off: [] };

describe('the first morning', () => {
  test('everyone who is late is told in one letter each, and nobody twice that day', async () => {
    expect(await openDigests(deps)).toBeGreaterThan(0);
    await sendAll(deps);
    const told = post.letters.map(({ to }) => to);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
    for (const { text, html } of post.letters) {
      expect(text).toContain('Sena rapporter');
      expect(html).toContain('<h2');
    }
    expect(await openDigests(deps)).toBeUndefined();
    house.pass(60);
    await sendAll(deps);
    expect(post.letters).toHaveLength(told.length);
    expect((await outbox('sent')).items).toHaveLength(told.length);
  });
});

describe('whoever sends and ends before they can say so', () => {
  test('has sent the very letter that is sent again, under the same id', async () => {
    house.clock.now = Date.parse('2026-11-23T09:00:00Z');
    await openDigests(deps);
    // The table is lost from the moment that the letter is handed over.
    let lost = false;
    const table = house.bare.through((send) => async (command) => {
      if (lost) throw new Error('killed');
      return send(command);
    });
    const mailer = {
      async send(mail: Parameters<typeof post.mailer.send>[0]) {
        await post.mailer.send(mail);
        lost = true;
      },
    };
    await expect(sendDue({ ...deps, table, mailer }, 1)).rejects.toThrow('killed');
    expect(post.letters).toHaveLength(1);
    const [first] = post.letters;
    await sendAll(deps);
    expect(post.letters.filter(({ id }) => id === first?.id)).toHaveLength(1);
    house.pass(11);
    await sendAll(deps);
    expect(post.letters.filter(({ id }) => id === first?.id)).toEqual([first, first]);
  });
});

describe('what happens to a report', () => {
  test('is told to its reporters in one letter, however often the stream delivers it', async () => {
    house.clock.now = Date.parse('2026-11-24T09:00:00Z');
    await openDigests(deps);
    await sendAll(deps);
    post.letters.length = 0;
    await bring(almi, 'submitted');
    const { version } = (await almi.read('samordnare')).json;
    expect((await almi.sendBack('samordnare', version, { message: 'Hemlig anmärkning.' })).status).toBe(200);
    expect(await stream()).toEqual({ batchItemFailures: [] });
    await stream();
    expect(post.to('rapportor.almi')).toHaveLength(0);
    house.pass(2);
    await sendAll(deps);
    await stream();
    house.pass(30);
    await sendAll(deps);
    const [letter, ...more] = post.to('rapportor.almi');
    expect(more).toEqual([]);
    expect(letter?.subject).toContain('en rapport är tillbaka');
    expect(letter?.text).toContain('/rapporter/almi-basuppdrag-2026/2026-Q3');
    expect(letter?.text).not.toContain('Hemlig anmärkning');
  });

  test('after the letter of the day waits for the next one', async () => {
    const version = await almi.submitFilled(41);
    await almi.approve('samordnare', version);
    await stream();
    house.pass(30);
    await sendAll(deps);
    expect(post.to('rapportor.almi')).toHaveLength(0);
    await morning();
    await sendAll(deps);
    const [letter] = post.to('rapportor.almi');
    expect(letter?.subject).toBe('Insatskollen: en rapport är godkänd');
  });

  test('is not told when the report has moved on before the letter is sent', async () => {
    const { version } = (await almi.read('samordnare')).json;
    await almi.reopen('samordnare', version, { reason: 'Fel tal.' });
    await stream();
    await almi.submitFilled(42);
    house.pass(DAY);
    await sendAll(deps);
    expect(post.to('rapportor.almi').filter(({ subject }) => subject.includes('tillbaka'))).toEqual([]);
  });

  test('is told to the coordinator who held a report for review when another takes it over', async () => {
    for (const who of ['samordnare', 'samordnare2']) expect((await almi.take(who)).status).toBe(200);
    await stream();
    await morning();
    await sendAll(deps);
    const told = (who: string) => post.to(who).filter(({ subject }) => subject.includes('en granskning är övertagen'));
    expect(told('samordnare')[0]?.text).toContain('/granskning/almi-basuppdrag-2026/2026-Q3');
    expect(told('samordnare2')).toEqual([]);
    expect((await almi.giveBack('samordnare2')).status).toBe(200);
  });

  test('is told to the coordinators when an actor asks, to none that does without, in the language chosen', async () => {
    const { version } = (await almi.read('samordnare')).json;
    await almi.approve('samordnare', version);
    await choose('rapportor.almi', { ...usual, off: ['approved', 'reviewTaken'] });
    await choose('samordnare2', { ...usual, language: 'en' });
    await stream();
    await almi.askToReopen('Vi räknade fel.');
    await stream();
    await morning();
    await sendAll(deps);
    expect(post.to('rapportor.almi')).toEqual([]);
    expect(post.to('samordnare')[0]?.subject).toContain('en aktör vill rätta');
    expect(post.to('samordnare2')[0]?.subject).toContain('one actor wants to correct');
  });
});

describe('what a department says', () => {
  test('is told to coordinators who may hear it, with where it is and not what it says, and to nobody else', async () => {
    await choose('samordnare2', { ...usual, off: ['commented'] });
    const paths = [
      '/reports/natverk-naringsliv-2026/2026-H1/comments',
      '/agreements/almi-basuppdrag-2026/comments',
      '/agreements/almi-basuppdrag-2026/comments',
    ];
    for (const path of paths)
      expect((await house.call('avdelning', 'POST', path, { text: 'En kanariefågel.' })).status, path).toBe(201);
    expect((await house.call('samordnare', 'POST', paths[1] ?? '', { text: 'Tack.' })).status).toBe(201);
    await stream();
    await stream();
    house.pass(60);
    await sendAll(deps);
    await morning();
    await sendAll(deps);
    const told = post.letters.filter(({ text }) => text.includes('Synpunkter inom regionen'));
    expect(told.map(({ to }) => to.split('@')[0]).toSorted()).toEqual(['rapportor.region', 'samordnare']);
    expect(post.letters.filter((letter) => JSON.stringify(letter).includes('kanariefågel'))).toEqual([]);
    // What was said at the same instant stands in any order.
    const links = (who: string) =>
      [
        ...new Set(
          told.filter(({ to }) => to.startsWith(`${who}@`)).flatMap(({ text }) => text.match(/\S+#synpunkter/g) ?? []),
        ),
      ].toSorted();
    const ofAlmi = `${house.deps.settings.origin}/register/avtal/almi-basuppdrag-2026#synpunkter`;
    expect(links('samordnare')).toEqual([
      `${house.deps.settings.origin}/granskning/natverk-naringsliv-2026/2026-H1#synpunkter`,
      ofAlmi,
    ]);
    // Who reports for the region hears what is said of others.
    expect(links('rapportor.region')).toEqual([ofAlmi]);
  });
});

describe('whoever sends and ends after SES has taken the letter', () => {
  test('sends no second one where SES says that it has it', async () => {
    house.clock.now = Date.parse('2026-11-30T09:00:00Z');
    await openDigests(deps);
    const closed = { send: () => new Promise<void>(() => {}) };
    void sendDue({ ...deps, mailer: closed }, 1);
    let held: Outbox['items'] = [];
    while (held.length === 0) held = (await outbox('sending')).items;
    const [letter] = held;
    await takeMailEvent(
      deps,
      notification({
        eventType: 'Send',
        mail: { timestamp: '2026-11-30T09:00:00.000Z', destination: [], tags: { outbox: [letter?.id] } },
      }),
    );
    house.pass(11);
    await sendAll(deps);
    expect(post.letters.filter(({ id }) => id === letter?.id)).toEqual([]);
    expect(await outboxItem(house.bare, letter?.id ?? '')).toMatchObject({ state: 'sent', mail: null });
  });
});

describe('a letter that cannot be sent', () => {
  test('is tried again with longer and longer pauses, given up, shown, and sent when an administrator tries again', async () => {
    house.clock.now = Date.parse('2026-12-07T09:00:00Z');
    post.trouble.closed = true;
    await openDigests(deps);
    const waiting = (await outbox('waiting')).items;
    expect(waiting.length).toBeGreaterThan(0);
    const tries: number[] = [];
    for (let minute = 0; minute < 8 * 60; minute++) {
      await sendDue(deps, 1);
      tries.push((await outboxItem(house.bare, waiting[0]?.id ?? ''))?.attempts ?? 0);
      if ((await outbox('dead')).items.length > 0) break;
      house.pass(tries.at(-1) === 0 ? 1 : 20);
    }
    const [dead] = (await outbox('dead')).items;
    expect(dead).toMatchObject({ state: 'dead', fault: 'unreachable', attempts: 6 });
    expect((await redrive('finns-inte')).status).toBe(404);
    post.trouble.closed = false;
    expect((await redrive(dead?.id ?? '')).json).toMatchObject({ state: 'waiting', attempts: 0 });
    expect((await redrive(dead?.id ?? '')).status).toBe(409);
    house.pass(5 * 60);
    await sendAll(deps);
    expect((await outbox('dead')).items).toEqual([]);
    expect(new Set(post.letters.map(({ to }) => to)).size).toBe(post.letters.length);
  });

  test('is given up at once where the address is refused', async () => {
    post.trouble.refused = 'rapportor.nfc@insatskollen.example';
    house.clock.now = Date.parse('2026-12-14T09:00:00Z');
    await openDigests(deps);
    await sendAll(deps);
    const { items, people } = await outbox('dead');
    expect(items.map(({ personId, fault }) => [people[personId], fault])).toEqual([['Nils Nyföretag', 'refused']]);
    expect(JSON.stringify(items)).not.toMatch(/Sena|http/);
  });

  test('on its own day is told the next, in the one letter of that day', async () => {
    house.clock.now = Date.parse('2026-12-15T09:00:00Z');
    await openDigests(deps);
    await sendAll(deps);
    await choose('rapportor.almi', usual);
    const { version } = (await almi.read('samordnare')).json;
    await almi.reopen('samordnare', version, { reason: 'Fel tal.' });
    await stream();
    post.trouble.closed = true;
    house.pass(10);
    await sendAll(deps);
    post.trouble.closed = false;
    await morning();
    house.pass(60);
    await sendAll(deps);
    await sendAll(deps);
    expect(post.to('rapportor.almi').map(({ subject }) => subject)).toEqual(['Insatskollen: en rapport är tillbaka']);
  });
});

const notification = (event: object) => ({ Sns: { Message: JSON.stringify(event) } });

describe('coordinators', () => {
  test('see before it happens who is reminded of what', async () => {
    house.clock.now = Date.parse('2026-11-20T07:00:00Z');
    const { status, json } = await house.call<Upcoming>('samordnare', 'GET', '/notices/upcoming?period=2026-H2');
    expect(status).toBe(200);
    for (const { days, state } of json.items) {
      expect(['notStarted', 'draft', 'returned']).toContain(state);
      expect(days.every((day) => day >= '2026-11-20' && day <= json.until)).toBe(true);
    }
    const all = (await house.call<Upcoming>('samordnare', 'GET', '/notices/upcoming')).json;
    expect(all.items.some(({ late }) => late)).toBe(true);
    expect((await house.call('samordnare', 'GET', '/notices/upcoming?period=i-fjol')).status).toBe(422);
  });

  test('write to all who are late, once, and those who hand in meanwhile are left alone', async () => {
    const late = (await house.call<Upcoming>('samordnare', 'GET', '/notices/upcoming')).json.items.filter(
      (one) => one.late,
    );
    const reports = late.map(({ agreementId, period }) => ({ agreementId, period }));
    const body = { subject: 'Vi saknar er rapport', text: 'Hör av er om något hindrar.', reports };
    const send = () =>
      house.call<z.infer<typeof LetterAnswerSchema>>('samordnare', 'POST', '/notices/letters', body, {
        'idempotency-key': 'brev-1',
      });
    const sent = await send();
    expect(sent.status).toBe(201);
    expect((await send()).json).toEqual(sent.json);
    await sendAll(deps);
    const letters = post.letters.filter(({ subject }) => subject === body.subject);
    expect(letters).toHaveLength(sent.json.items.length);
    expect(letters[0]).toMatchObject({ replyTo: 'samordnare@insatskollen.example' });
    expect(letters[0]?.text).toContain('Skrivet av Sam Samordnare');
  });

  test.each([
    [{ subject: '', text: 'Hej', reports: [] }, ['subject', 'reports']],
    [{ subject: 'Hej\ndå', text: ' ', reports: [{ agreementId: 'x', period: 'y' }] }, ['subject', 'text']],
    [{ subject: 'Hej', text: 'Hej', reports: [{ agreementId: 'finns-inte', period: '2026-Q3' }] }, ['reports.0']],
  ])('are told what is wrong with a letter', async (body, paths) => {
    const answer = await house.call<{ errors: { path: string }[] }>('samordnare', 'POST', '/notices/letters', body);
    expect(answer.status).toBe(422);
    expect(answer.json.errors.map(({ path }) => path)).toEqual(paths);
  });

  test('see whose mail came back, beside the actor', async () => {
    const addresses = ['rapportor.uf@insatskollen.example', 'okand@insatskollen.example'];
    const bounce = {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent' },
      mail: { timestamp: '2026-12-07T09:00:00.000Z', destination: addresses },
    };
    await takeMailEvent(deps, notification(bounce));
    await takeMailEvent(deps, notification(bounce));
    const { json } = await house.call<{ items: object[] }>('samordnare', 'GET', '/notices/undelivered');
    expect(json.items).toMatchObject([{ name: 'Ulla Ung', actorIds: ['uf'], kind: 'bounce' }]);

    const arrives = (timestamp: string) =>
      takeMailEvent(deps, notification({ eventType: 'Delivery', mail: { timestamp, destination: addresses } }));
    const still = async () =>
      (await house.call<{ items: object[] }>('samordnare', 'GET', '/notices/undelivered')).json.items.length;
    await arrives('2026-12-01T09:00:00.000Z');
    expect(await still(), 'what was sent before it says nothing').toBe(1);
    await arrives('2026-12-08T09:00:00.000Z');
    await arrives('2026-12-08T09:00:00.000Z');
    expect(await still(), 'a later letter that arrived ends it').toBe(0);
  });
});

test('preferences are one’s own, and changed from the version that one has seen', async () => {
  const first = await house.call('ledning', 'GET', '/me/preferences');
  expect(first.etag).toBe('"0"');
  const body = { language: 'en', rhythm: 'weekly', off: ['approved'] };
  const put = (etag: string, what: object) =>
    house.call('ledning', 'PUT', '/me/preferences', what, { 'if-match': etag });
  expect((await house.call('ledning', 'PUT', '/me/preferences', body)).status).toBe(428);
  expect((await put('"0"', body)).json).toMatchObject({ ...body, version: 1 });
  expect((await put('"0"', body)).status).toBe(412);
  expect((await put('"1"', { ...body, off: ['returned'] })).status).toBe(422);
  expect((await put('"1"', { ...body, off: ['approved', 'approved'] })).status).toBe(422);
  expect((await house.call('ledning', 'GET', '/me/preferences')).json).toMatchObject({ rhythm: 'weekly', version: 1 });
});
