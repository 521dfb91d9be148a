import type { Decision } from '@insatskollen/shared/dialogues/decision.ts';
import type { Dialogue } from '@insatskollen/shared/dialogues/dialogue.ts';
import type { Lesson } from '@insatskollen/shared/dialogues/lesson.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

type Problem = { code?: string; errors?: { path: string; code: string }[] };
const faults = ({ errors = [] }: Problem) => errors.map(({ path, code }) => `${path}: ${code}`);
const items = async <T>(who: string, path: string): Promise<T[]> =>
  (await house.call<{ items: T[] }>(who, 'GET', path)).json.items;
const reports = [{ agreementId: 'almi-res-2026', period: '2026-Q3' }];
const meeting = { actorId: 'almi', day: '2026-12-15', time: '13.00', endTime: '14.30', people: ['Alma Almi'], reports };
const agreed = { text: 'Pröva ett gemensamt möte', side: 'actor', owner: 'Alma Almi', due: '2027-01-31' };
const match = (version: number) => ({ 'if-match': `"${version}"` });

describe('a dialogue', () => {
  test('is booked around reports, gets notes and agreed actions, which the actor says are done', async () => {
    const booked = await house.call<Dialogue>('samordnare', 'POST', '/dialogues', meeting);
    expect([booked.status, booked.json.version, booked.json.actions]).toEqual([201, 1, []]);
    const path = `/dialogues/${booked.json.id}`;
    const noted = await house.call<Dialogue>(
      'samordnare',
      'PUT',
      path,
      { ...meeting, notes: 'Gott samtal.' },
      match(1),
    );
    expect([noted.status, noted.json.version]).toEqual([200, 2]);
    await house.call('samordnare', 'POST', `${path}/actions`, agreed, match(2));
    const second = await house.call<Dialogue>(
      'samordnare',
      'POST',
      `${path}/actions`,
      { ...agreed, side: 'region', owner: 'Sam' },
      match(3),
    );
    expect([second.status, second.json.actions.map(({ id }) => id)]).toEqual([201, ['1', '2']]);

    const own = await house.call<Dialogue>('rapportor.almi', 'GET', path);
    expect([own.json.notes, own.etag]).toEqual(['Gott samtal.', '"4"']);
    const done = { done: '2026-11-20', comment: 'Klart tidigare.' };
    const said = await house.call<Dialogue>('rapportor.almi', 'PUT', `${path}/actions/1`, done, match(4));
    expect([said.status, said.json.actions[0]]).toEqual([200, { id: '1', ...agreed, ...done }]);
    // Not what the region has taken on, and not what was agreed.
    for (const [n, body] of [
      ['2', done],
      ['1', { ...agreed, ...done }],
    ] as const)
      expect((await house.call('rapportor.almi', 'PUT', `${path}/actions/${n}`, body, match(5))).status).toBe(403);
    expect((await house.call('rapportor.almi', 'PUT', `${path}/actions/9`, done, match(5))).status).toBe(404);
    expect(
      (await house.call('samordnare', 'PUT', `${path}/actions/2`, { ...agreed, due: '2027-03-01' }, match(1))).status,
    ).toBe(412);

    type Changes = { items: { what: string }[]; people: Record<string, string> };
    const changes = (await house.call<Changes>('samordnare', 'GET', `${path}/changes`)).json;
    expect(changes.items.map(({ what }) => what)).toEqual(['done', 'agreed', 'agreed', 'changed', 'created']);
    expect(Object.values(changes.people).sort()).toEqual(['Alma Almi', 'Sam Samordnare']);
  });

  test('leaves what is not done where the actor writes its next report, and nobody else reads it', async () => {
    const report = reportAt(house, 'almi-basuppdrag-2026', '2026-Q4');
    const left = async (who: string) =>
      (await report.read(who)).json.agreed.map(({ dialogueId, id }) => `${dialogueId} ${id}`);
    expect(await left('rapportor.almi')).toContain('dialog-almi-2026-05 1');
    expect(await left('samordnare')).toEqual(await left('rapportor.almi'));
    const approved = await items<{ agreementId: string; period: string }>(
      'ledning',
      '/reports?actor=almi&state=approved',
    );
    const first = approved[0];
    if (!first) throw new Error('nothing is approved');
    expect((await reportAt(house, first.agreementId, first.period).read('ledning')).json.agreed).toEqual([]);
    const path = '/dialogues/dialog-almi-2026-05/actions/1';
    const done = await house.call('rapportor.almi', 'PUT', path, { done: '2026-11-20' }, { 'if-match': '*' });
    expect(done.status).toBe(200);
    expect(await left('rapportor.almi')).not.toContain('dialog-almi-2026-05 1');
    await house.call('rapportor.almi', 'PUT', path, { done: null }, { 'if-match': '*' });
    expect(await left('rapportor.almi')).toContain('dialog-almi-2026-05 1');
  });

  test('is made once however often it is sent with one key', async () => {
    const key = { 'idempotency-key': 'book-once' };
    const [first, again] = [
      await house.call<Dialogue>('samordnare', 'POST', '/dialogues', { ...meeting, day: '2027-01-20' }, key),
      await house.call<Dialogue>('samordnare', 'POST', '/dialogues', { ...meeting, day: '2027-01-20' }, key),
    ];
    expect(again.json.id).toBe(first.json.id);
  });

  test('has an agenda from what was submitted and never from a draft, with what was agreed last time', async () => {
    type Agenda = {
      reports: { period: string; figures: { indicatorId: string; entry: unknown; target: string | null }[] }[];
      actions: { id: string; done: string | null; day: string }[];
    };
    const agenda = async (who: string) =>
      (await house.call<Agenda>(who, 'GET', '/dialogues/dialog-almi-2026-12/agenda')).json;
    const before = await agenda('samordnare');
    expect(before.reports.map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3']);
    expect(before.reports[0]?.figures.some(({ entry, target }) => entry !== null && target !== null)).toBe(true);
    expect(before.actions.map(({ day, id, done }) => [day, id, done])).toEqual([
      ['2026-05-19', '2', '2026-09-10'],
      ['2026-05-19', '1', null],
    ]);
    const report = reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
    await report.write({ values: {}, texts: { avvikelser: 'kanariefagel', analys: 'kanariefagel' } });
    const after = await house.call('rapportor.almi', 'GET', '/dialogues/dialog-almi-2026-12/agenda');
    expect(after.text).not.toContain('kanariefagel');
    expect(await agenda('samordnare')).toEqual(before);
  });

  test.each<[object, string[]]>([
    [{}, ['actorId: invalid_type', 'day: invalid_type']],
    [{ ...meeting, actorId: 'ingen', reports: [] }, ['actorId: unknownActor']],
    [{ ...meeting, reports: [{ agreementId: 'uf-basuppdrag-2026', period: '2026-H1' }] }, ['reports.0: unknownReport']],
    [{ ...meeting, reports: [...reports, ...reports] }, ['reports.1: twice']],
    [{ ...meeting, reports: [{ agreementId: 'almi-res-2026', period: '2026-H1' }] }, ['reports.0: unknownReport']],
    [{ ...meeting, endTime: '12.00' }, ['endTime: endTimeBefore']],
    [{ ...meeting, people: ['=cmd'] }, ['people.0: formula']],
    [{ ...meeting, notes: 'x'.repeat(10_001) }, ['notes: tooLong']],
  ])('is refused where it says something that cannot be: %#', async (body, expected) => {
    const answer = await house.call<Problem>('samordnare', 'POST', '/dialogues', body);
    expect([answer.status, ...faults(answer.json)]).toEqual([422, ...expected]);
  });

  test('stays with its actor', async () => {
    const answer = await house.call<Problem>(
      'samordnare',
      'PUT',
      '/dialogues/dialog-almi-2026-12',
      { actorId: 'uf', day: '2026-12-01' },
      { 'if-match': '*' },
    );
    expect([answer.status, ...faults(answer.json)]).toEqual([422, 'actorId: fixed']);
  });

  test('is listed for its actor only, and by actor for coordinators', async () => {
    expect((await items<Dialogue>('rapportor.almi', '/dialogues')).every(({ actorId }) => actorId === 'almi')).toBe(
      true,
    );
    expect(await items('rapportor.uf', '/dialogues')).toEqual([]);
    expect(await items('samordnare', '/dialogues?actor=uf')).toEqual([]);
    expect((await items('samordnare', '/dialogues?actor=almi')).length).toBeGreaterThan(1);
  });
});

describe('a decision', () => {
  const decision = {
    title: 'Mer till exporten',
    day: '2026-11-19',
    decidedBy: 'Regionala utvecklingsnämnden',
    focusAreas: ['starka-nyforetagande'],
    from: '2026-Q3',
    to: '2026-Q3',
  };

  test('keeps the figures as they stood, whatever is approved or written of it afterwards', async () => {
    const made = await house.call<Decision>('samordnare', 'POST', '/decisions', decision);
    expect(made.status).toBe(201);
    const frozen = made.json.figures;
    expect(frozen).toMatchObject({
      from: '2026-Q3',
      to: '2026-Q3',
      asOf: '2026-11-20T07:00:00.000Z',
      areas: [{ id: 'starka-nyforetagande' }],
    });
    type Summary = {
      groups: { id: string; coverage: { approved: number }; indicators: { id: string; value?: string | null }[] }[];
    };
    const figure = async () => {
      const { groups } = (await house.call<Summary>('ledning', 'GET', '/summary?from=2026-Q3&to=2026-Q3')).json;
      return groups.find(({ id }) => id === 'starka-nyforetagande');
    };
    const then = await figure();
    expect(frozen?.areas[0]?.approved).toBe(then?.coverage.approved);
    const id = then?.indicators.find(({ value }) => value != null)?.id;
    expect(frozen?.areas[0]?.figures.find((one) => one.id === id)?.value).toBe(
      then?.indicators.find((one) => one.id === id)?.value,
    );

    const query = 'state=approved&period=2026-Q3&focusArea=starka-nyforetagande';
    const [approved] = await items<{ agreementId: string; version: number }>('samordnare', `/reports?${query}`);
    if (!approved) throw new Error('nothing is approved');
    await reportAt(house, approved.agreementId, '2026-Q3').reopen('samordnare2', approved.version, { reason: 'Fel.' });
    expect((await figure())?.coverage.approved).not.toBe(then?.coverage.approved);
    const path = `/decisions/${made.json.id}`;
    const later = await house.call<Decision>(
      'samordnare',
      'PUT',
      path,
      { ...decision, from: '2025', to: '2025', text: 'Beslutet gäller ett år.' },
      match(1),
    );
    expect([later.status, later.json.figures]).toEqual([200, frozen]);
    expect((await house.call<Decision>('ledning', 'GET', path)).json.figures).toEqual(frozen);
  });

  test('of the demo rests on the figures of its own day', async () => {
    const { figures } = (await house.call<Decision>('ledning', 'GET', '/decisions/beslut-2026-06-nyforetagande')).json;
    type Summary = { groups: { id: string; coverage: { approved: number } }[] };
    const { groups } = (
      await house.call<Summary>('ledning', 'GET', `/summary?from=2026-Q1&to=2026-Q1&asOf=${figures?.asOf ?? ''}`)
    ).json;
    expect(figures?.asOf).toBe('2026-06-11T13:40:00.000Z');
    expect(figures?.areas[0]?.approved).toBe(groups.find(({ id }) => id === 'starka-nyforetagande')?.coverage.approved);
  });

  test('is read by the actors that it concerns', async () => {
    expect((await items<Decision>('rapportor.almi', '/decisions')).map(({ id }) => id)).toEqual([
      'beslut-2026-06-nyforetagande',
    ]);
    expect(await items('rapportor.uf', '/decisions')).toEqual([]);
  });

  test.each<[object, string[]]>([
    [{ ...decision, focusAreas: ['nowhere'] }, ['focusAreas.0: unknownArea']],
    [{ ...decision, actorIds: ['nobody'] }, ['actorIds.0: unknownActor']],
    [{ ...decision, from: '2026-Q3', to: '2026-Q1' }, ['from: notAWindow']],
    [{ ...decision, from: 'final' }, ['from: notAWindow']],
    [{ ...decision, focusAreas: [] }, ['focusAreas: areaNeeded']],
    [{ ...decision, figures: { areas: [] } }, ['figures: unknownField']],
    [{ ...decision, day: '2026-02-30' }, ['day: notADay']],
  ])('is refused where it says something that cannot be: %#', async (body, expected) => {
    const answer = await house.call<Problem>('samordnare', 'POST', '/decisions', body);
    expect([answer.status, ...faults(answer.json)]).toEqual([422, ...expected]);
  });
});

describe('a lesson', () => {
  const lesson = { title: 'Börja i tid', text: 'Upphandlingen tog ett halvår.', focusAreas: ['starka-nyforetagande'] };

  test('is found by its words, from the beginning of each, and by its area', async () => {
    await house.call('samordnare', 'POST', '/lessons', lesson);
    const found = async (query: string) =>
      (await items<Lesson>('samordnare', `/lessons?${query}`)).map(({ title }) => title);
    expect(await found('q=upphandl%20HALVÅR')).toEqual(['Börja i tid']);
    expect(await found('q=handling')).toEqual([]);
    expect(await found('focusArea=matchning-utbud-och-efterfragan')).toEqual([
      'Bestäm vad som räknas innan avtalet börjar',
    ]);
    expect(await found('focusArea=starka-nyforetagande&q=avtal')).toHaveLength(2);
    expect(await found('q=%20%25%5B')).toHaveLength(3);
  });

  test.each<[object, string[]]>([
    [{ ...lesson, focusAreas: [] }, ['focusAreas: too_small']],
    [{ ...lesson, focusAreas: ['x'] }, ['focusAreas.0: unknownArea']],
    [{ ...lesson, initiativeId: 'x', actorId: 'y' }, ['actorId: unknownActor', 'initiativeId: unknownInitiative']],
    [{ ...lesson, text: ' \n ' }, ['text: blank']],
    [{ ...lesson, title: '@cmd' }, ['title: formula']],
  ])('is refused where it says something that cannot be: %#', async (body, expected) => {
    const answer = await house.call<Problem>('samordnare', 'POST', '/lessons', body);
    expect([answer.status, ...faults(answer.json)]).toEqual([422, ...expected]);
  });
});
