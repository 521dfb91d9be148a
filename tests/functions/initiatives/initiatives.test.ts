import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';

interface Initiative {
  id: string;
  version: number;
  lifecycle: string;
  primaryFocusArea: string;
  continuedIn?: string | null;
  result?: string | null;
}
interface Problem {
  errors: { path: string; code: string; message: string }[];
}
interface Changes {
  items: { version: number; what: string; reason: string | null }[];
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
const read = async (id: string) => (await house.call<Initiative>('samordnare', 'GET', `/initiatives/${id}`)).json;
const make = (body: object) =>
  house.call<Initiative & Problem>('samordnare', 'POST', '/initiatives', {
    title: 'Mentorer för nya företagare',
    primaryFocusArea: 'starka-nyforetagande',
    ...body,
  });
const put = (id: string, body: object) =>
  house.call<Initiative & Problem>('samordnare', 'PUT', `/initiatives/${id}`, body, { 'if-match': '*' });
const codes = ({ json }: { json: Problem }) => json.errors.map(({ path, code }) => `${path} ${code}`);

test('a new initiative is potential, and is found where it counts', async () => {
  const { status, json } = await make({});
  expect([status, json.id, json.lifecycle]).toEqual([201, 'mentorer-for-nya-foretagare', 'potential']);
  const { items } = (
    await house.call<{ items: Initiative[] }>('ledning', 'GET', '/initiatives?focusArea=starka-nyforetagande')
  ).json;
  expect(items.map(({ id }) => id)).toContain(json.id);
});

test('every sort of initiative of the register can be saved as it is, which changes nothing', async () => {
  const { items } = (await house.call<{ items: Initiative[] }>('samordnare', 'GET', '/initiatives?limit=200')).json;
  const before = await wholeTable(house.bare);
  // One of each that has the same fields: saving all of them takes long.
  const sorts = new Map(items.map((one) => [Object.keys(one).sort().join(), one]));
  for (const initiative of sorts.values()) {
    const saved = await put(initiative.id, initiative);
    expect([initiative.id, saved.status, saved.json]).toEqual([initiative.id, 200, initiative]);
  }
  expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
});

test('an initiative goes onward stage by stage, and back only with a reason', async () => {
  const { json: made } = await make({ title: 'Stegvis' });
  const at = (lifecycle: string, rest = {}) => put(made.id, { ...made, version: undefined, lifecycle, ...rest });
  expect((await at('ongoing')).status).toBe(200);
  expect(codes(await at('potential'))).toEqual(['lifecycle noSuchMove']);
  expect(codes(await at('coming'))).toEqual(['reason reasonNeeded']);
  expect((await at('coming', { reason: 'Beslutet drog ut på tiden.' })).status).toBe(200);
  expect((await at('ongoing')).status).toBe(200);
  const ended = await at('ended', { result: 'Arbetssättet lever vidare.', continuedIn: 'almi-basuppdrag' });
  expect([ended.json.lifecycle, ended.json.result, ended.json.continuedIn]).toEqual([
    'ended',
    'Arbetssättet lever vidare.',
    'almi-basuppdrag',
  ]);
  const { items } = (await house.call<Changes>('ledning', 'GET', `/initiatives/${made.id}/changes`)).json;
  expect(items.map(({ what, reason }) => [what, reason])).toEqual([
    ['ended', null],
    ['ongoing', null],
    ['coming', 'Beslutet drog ut på tiden.'],
    ['ongoing', null],
    ['created', null],
  ]);
});

test('an initiative does not end while an agreement about it runs, nor is it undecided again with one', async () => {
  const initiative = await read('almi-basuppdrag');
  const ended = await put('almi-basuppdrag', { ...initiative, lifecycle: 'ended' });
  expect([ended.status, codes(ended)]).toEqual([422, ['lifecycle agreementsRunning']]);
  expect(ended.json.errors[0]?.message).toMatch(/\d/);
  const back = await put('almi-basuppdrag', { ...initiative, lifecycle: 'coming', reason: 'Fel.' });
  expect(codes(back)).toEqual(['lifecycle hasAgreements']);
});

test('what is agreed stays where it counted when the initiative moves to another area', async () => {
  const initiative = await read('almi-basuppdrag');
  const { primaryFocusArea } = initiative;
  const moved = await put('almi-basuppdrag', {
    ...initiative,
    primaryFocusArea: 'entreprenorskap-och-ungt-foretagande',
    alsoContributesTo: [],
  });
  expect(moved.status).toBe(200);
  const { path } = reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
  const report = await house.call<{ agreement: { focusArea: string } }>('samordnare', 'GET', path);
  expect(report.json.agreement.focusArea).toBe(primaryFocusArea);
});

test.each([
  ['an area that there is not', { primaryFocusArea: 'mars' }, ['primaryFocusArea unknownFocusArea']],
  ['its own area as another', { alsoContributesTo: ['starka-nyforetagande'] }, ['alsoContributesTo.0 alsoPrimary']],
  ['an actor that there is not', { responsible: ['ingen'] }, ['responsible.0 unknownActor']],
  ['an actor twice', { responsible: ['almi', 'almi'] }, ['responsible.1 twice']],
  [
    'a department of somebody else',
    { responsible: ['almi'], responsibleUnits: ['region-sormland/noa'] },
    ['responsibleUnits.0 unknownUnit'],
  ],
  ['days reversed', { timeline: { start: '2026-02-01', end: '2026-01-01' } }, ['timeline.end reversed']],
  ['a day that is none', { timeline: { start: '2026-02-30' } }, ['timeline.start notADay']],
  ['a recurrence in words', { timeline: { recurrence: 'varje år' } }, ['timeline.recurrence invalid_format']],
  ['a successor that there is not', { continuedIn: 'ingen' }, ['continuedIn unknownInitiative']],
  ['itself as its successor', { id: 'ringen', continuedIn: 'ringen' }, ['continuedIn circular']],
  ['a title of 10,000 characters', { title: 'a'.repeat(10_000) }, ['title tooLong']],
  ['a title that is a formula', { title: '=1+1' }, ['title formula']],
  [
    'promises that cannot be followed',
    {
      quantifiedCommitments: [
        { text: 'A', unit: 'möten', per: 'year' },
        { text: 'B', unit: 'möten', per: 'year', min: '4', max: '2' },
        { text: 'C', unit: 'möten', per: 'year', min: '-1', indicatorId: 'ingen' },
        { text: 'D', unit: 'kommuner', per: 'total', min: '9', dimension: 'municipality' },
        {
          text: 'E',
          unit: 'kommuner',
          per: 'total',
          min: '9',
          indicatorId: 'radgivningstillfallen',
          dimension: 'planet',
        },
      ],
    },
    [
      'quantifiedCommitments.0.min noAmount',
      'quantifiedCommitments.1.max reversedAmounts',
      'quantifiedCommitments.2.min negative',
      'quantifiedCommitments.2.indicatorId unknownIndicator',
      'quantifiedCommitments.3.indicatorId needsIndicator',
      'quantifiedCommitments.4.dimension unknownDimension',
    ],
  ],
])('%s is refused, and the field is named', async (_what, wrong, expected) => {
  const answer = await make(wrong);
  expect([answer.status, codes(answer)]).toEqual([422, expected]);
});

test('more than fits beside what was before is refused, and the largest that is let in is kept', async () => {
  const promises = (characters: number) => ({
    title: 'Löften i mängd',
    quantifiedCommitments: Array.from({ length: 50 }, () => ({
      text: 'Möten',
      unit: 'möten',
      per: 'year',
      min: '1',
      note: '🌾'.repeat(characters),
    })),
  });
  expect(codes(await make(promises(900)))).toEqual([' tooLarge']);
  const { status, json } = await make(promises(700));
  expect(status).toBe(201);
  expect((await put(json.id, { ...json, ...promises(699) })).status).toBe(200);
});

test('successors in a circle are refused, however long the circle', async () => {
  const { json: last } = await make({ title: 'Sista länken' });
  const { json: middle } = await make({ title: 'Mellanlänken', continuedIn: last.id });
  const { json: first } = await make({ title: 'Första länken', continuedIn: middle.id });
  expect(codes(await put(last.id, { ...last, continuedIn: first.id }))).toEqual(['continuedIn circular']);
});

test('nothing of the register can be deleted', async () => {
  for (const path of ['/actors/almi', '/initiatives/almi-basuppdrag', '/indicators/radgivningstillfallen'])
    expect((await house.call('samordnare', 'DELETE', path)).status).toBe(405);
});
