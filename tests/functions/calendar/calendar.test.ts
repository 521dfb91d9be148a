import type { CalendarEntry } from '@insatskollen/shared/calendar/entry.ts';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const entries = async (who: string, from: string, to: string): Promise<CalendarEntry[]> =>
  (await house.call<{ items: CalendarEntry[] }>(who, 'GET', `/calendar?from=${from}&to=${to}`)).json.items;
const ofKind = (all: readonly CalendarEntry[], kind: CalendarEntry['kind']) => all.filter((one) => one.kind === kind);
type Problem = { errors?: { path: string; code: string }[] };
const faults = ({ errors = [] }: Problem) => errors.map(({ path, code }) => `${path}: ${code}`);

describe('the calendar', () => {
  test('tells a reporter when the own reports are due, and nobody else’s', async () => {
    const own = ofKind(await entries('rapportor.almi', '2026-01-01', '2027-02-28'), 'deadline');
    expect(own.length).toBeGreaterThan(4);
    expect(own.every((one) => one.kind === 'deadline' && one.actorId === 'almi' && one.state !== null)).toBe(true);
    const all = ofKind(await entries('samordnare', '2026-01-01', '2027-02-28'), 'deadline');
    expect(all.length).toBeGreaterThan(own.length);
    expect(ofKind(await entries('admin', '2026-01-01', '2027-02-28'), 'deadline')).toEqual([]);
  });

  test('tells leaders when reports are due, and not how they stand', async () => {
    const [seen, all] = await Promise.all(
      ['ledning', 'samordnare'].map((who) => entries(who, '2026-10-01', '2026-12-31')),
    );
    expect(ofKind(seen ?? [], 'deadline')).toHaveLength(ofKind(all ?? [], 'deadline').length);
    expect((seen ?? []).flatMap((one) => (one.kind === 'deadline' ? [one.state, one.late] : []))).not.toContain(
      'draft',
    );
    expect(ofKind(seen ?? [], 'answer')).toEqual([]);
    expect(ofKind(all ?? [], 'answer').length).toBeGreaterThan(0);
  });

  test('moves with an extension, and shows when a returned report is to be answered', async () => {
    const report = reportAt(house, 'almi-basuppdrag-2026', '2026-Q4');
    await report.extend('samordnare', { until: '2027-02-26', reason: 'Sjukdom.' });
    const on = (day: string) => entries('rapportor.almi', day, day);
    expect(ofKind(await on('2027-02-26'), 'deadline')).toMatchObject([
      { id: 'deadline-almi-basuppdrag-2026-2026-Q4', extended: true, late: false, starts: '2027-02-26' },
    ]);
    const answers = ofKind(await entries('samordnare', '2026-01-01', '2026-12-31'), 'answer');
    expect(answers[0]).toMatchObject({ kind: 'answer', state: 'returned' });
  });

  test('holds dialogues with the own actor, and activities as often as they recur', async () => {
    const december = await entries('rapportor.almi', '2026-12-01', '2026-12-31');
    expect(december.map(({ starts, title }) => `${starts} ${title}`)).toContain('2026-12-01 Aktörsdialog: Almi');
    expect(ofKind(await entries('rapportor.uf', '2026-12-01', '2026-12-31'), 'dialogue')).toEqual([]);
    const statutory = (await entries('rapportor.uf', '2029-01-01', '2029-12-31')).filter(
      (one) => one.kind === 'activity',
    );
    expect(statutory.map(({ id }) => id)).toContain('activity-underlag-skolverket-2029-03-02');
    expect((await entries('rapportor.uf', '2027-01-01', '2028-12-31')).map(({ id }) => id).join()).not.toContain(
      'skolverket',
    );
  });

  test('keeps what is for the region only from actors', async () => {
    const titles = async (who: string) => (await entries(who, '2026-11-26', '2026-11-26')).map(({ title }) => title);
    expect(await titles('ledning')).toContain('Styrgrupp för näringslivsstrategin');
    expect(await titles('rapportor.almi')).not.toContain('Styrgrupp för näringslivsstrategin');
  });

  test.each([
    ['', ['from: invalid_type', 'to: invalid_type']],
    ['from=2026-12-31&to=2026-01-01', ['to: windowTooLong']],
    ['from=2026-01-01&to=2030-01-01', ['to: windowTooLong']],
    ['from=2026-02-30&to=2026-03-01', ['from: notADay']],
  ])('is asked for days: %s', async (query, expected) => {
    const answer = await house.call<Problem>('samordnare', 'GET', `/calendar?${query}`);
    expect([answer.status, ...faults(answer.json)]).toEqual([422, ...expected]);
  });
});

describe('an activity', () => {
  const content = { title: 'Frukostmöte', starts: '2027-01-12', time: '8.30', kind: 'other' };

  test('is made, changed and called off, with its history', async () => {
    type Made = { id: string; version: number; time: string };
    const made = await house.call<Made>('samordnare', 'POST', '/activities', content);
    expect([made.status, made.json.version, made.json.time, made.etag]).toEqual([201, 1, '08:30', '"1"']);
    const path = `/activities/${made.json.id}`;
    const shown = async () => (await entries('rapportor.uf', '2027-01-12', '2027-01-12')).map(({ title }) => title);
    expect(await shown()).toEqual(['Frukostmöte']);
    const off = { ...content, time: '08:30', cancelled: true, reason: 'För få anmälda.' };
    expect((await house.call('samordnare', 'PUT', path, off)).status).toBe(428);
    const changed = await house.call<Made>('samordnare', 'PUT', path, off, { 'if-match': '"1"' });
    expect([changed.status, changed.etag]).toEqual([200, '"2"']);
    expect(await shown()).toEqual([]);
    const stale = await house.call<{ code: string }>('samordnare2', 'PUT', path, content, { 'if-match': '"1"' });
    expect([stale.status, stale.json.code]).toEqual([412, 'stale']);
    type Changes = { items: { version: number; what: string; reason: string | null }[] };
    const { items } = (await house.call<Changes>('ledning', 'GET', `${path}/changes`)).json;
    expect(items.map(({ version, what, reason }) => [version, what, reason])).toEqual([
      [2, 'changed', 'För få anmälda.'],
      [1, 'created', null],
    ]);
  });

  test.each<[object, string[]]>([
    [{}, ['title: invalid_type', 'starts: invalid_type']],
    [{ ...content, ends: '2027-01-11' }, ['ends: endsBefore']],
    [{ ...content, ends: '2029-01-11' }, ['ends: tooLong']],
    [{ ...content, until: '2026-01-11', everyYears: 1 }, ['until: untilBefore']],
    [{ ...content, time: '25:00' }, ['time: notATime']],
    [{ ...content, time: null, endTime: '10:00' }, ['time: endTimeAlone']],
    [{ ...content, endTime: '08:00', time: '09:00' }, ['endTime: endTimeBefore']],
    [{ ...content, title: '=cmd' }, ['title: formula']],
    [{ ...content, title: 'x'.repeat(10_000) }, ['title: tooLong']],
    [{ ...content, title: 'a\u0000b' }, ['title: unprintable']],
    [{ ...content, everyYears: -1 }, ['everyYears: too_small']],
    [{ ...content, kind: 'party' }, ['kind: invalid_value']],
    [{ ...content, colour: 'red' }, ['colour: unknownField']],
  ])('is refused where it says something that cannot be: %#', async (body, expected) => {
    const answer = await house.call<Problem>('samordnare', 'POST', '/activities', body);
    expect([answer.status, ...faults(answer.json)]).toEqual([422, ...expected]);
  });
});

describe('a calendar feed', () => {
  const feedAt = async (who: string): Promise<string> => {
    const made = await house.call<{ address: string }>(who, 'POST', '/me/calendar-feed', {});
    return new URL(made.json.address).pathname;
  };
  const read = async (path: string) => {
    const answer = await house.fetch(path);
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };

  test('is read by a program of another author, with the same entries as the calendar', async () => {
    const { status, type, text } = await read(await feedAt('rapportor.almi'));
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const parsed = ICAL.Component.fromString(text);
    const events = parsed.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const shown = await entries('rapportor.almi', '2026-08-20', '2028-05-23');
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual(
      shown.map(({ id, title }) => [`${id}@localhost`, title]),
    );
    const meeting = events.find(({ summary }) => summary === 'Aktörsdialog: Almi');
    expect(meeting?.startDate.toJSDate().toISOString()).toBe('2026-12-01T09:00:00.000Z');
    expect(meeting?.location).toBe('Digitalt');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('keeps the names of its entries, and never tells what is in a draft', async () => {
    const report = reportAt(house, 'almi-res-2026', '2026-Q4');
    await report.write({ values: {}, texts: { analys: 'kanariefagel' } });
    const path = await feedAt('rapportor.almi');
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    const [first, second] = [await read(path), await read(path)];
    expect(uids(first.text)).toEqual(uids(second.text));
    expect(first.text).not.toContain('kanariefagel');
  });

  test('is ended by making another, by ending it, and by the person being no longer active; its secret is kept nowhere', async () => {
    const first = await feedAt('rapportor.stua');
    const second = await feedAt('rapportor.stua');
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    const items = JSON.stringify(
      await house.bare.queryAll({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'FEED-OF#demo-rapportor-stua' },
      }),
    );
    expect(items).not.toContain(second.split('/').at(-1)?.slice(0, 43));
    expect(
      (await house.call<{ createdAt: string }>('rapportor.stua', 'GET', '/me/calendar-feed')).json.createdAt,
    ).not.toBeNull();
    expect((await house.call('rapportor.stua', 'DELETE', '/me/calendar-feed')).json).toEqual({ createdAt: null });
    expect((await read(second)).status).toBe(404);

    const third = await feedAt('rapportor.uf');
    const path = '/people/demo-rapportor-uf';
    const person = { name: 'Ulla Ung', roles: ['reporter'], actorIds: ['uf'], active: false };
    expect((await house.call('admin', 'PUT', path, person, { 'if-match': '*' })).status).toBe(200);
    expect((await read(third)).status).toBe(404);
  });

  test.each(['x.ics', `${'a'.repeat(43)}.ics`, `${'a'.repeat(43)}`, '%00.ics', `${'a'.repeat(3000)}.ics`])(
    'that is nobody’s is not found: %#',
    async (file) => {
      expect([401, 404]).toContain((await read(`/api/v1/calendar/${file}`)).status);
    },
  );
});
