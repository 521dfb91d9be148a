import { describe, expect, test } from 'vitest';
import { windowOf } from '@insatskollen/shared/calendar/periods.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import {
  countsIn,
  countsPeople,
  fingerprint,
  hasSmallCount,
  partsOf,
  shareOfHead,
  shareOfVersion,
} from '@insatskollen/shared/summary/share.ts';
import { shareOfReport } from '@insatskollen/shared/summary/standing.ts';
import { byId, head, indicator, indicators, ratio, value } from '../samples.ts';

const library = byId(indicators);
const cell = 'totals/2026/T#2026-Q1#starka-nyforetagande';
const ofHead = (more: Parameters<typeof head>[0]) => shareOfHead(head(more), library).sums.get(cell);
const ofVersion = (values: Record<string, Entry>) => shareOfVersion(head(), values, library);

describe('what a report gives to coverage', () => {
  test.each([
    [
      'not started: expected, and late once its due date has passed',
      {},
      { 'state:notStarted': '1', 'never:2026-04-30': '1' },
    ],
    ['a draft: the same', { state: 'draft' }, { 'state:draft': '1', 'never:2026-04-30': '1' }],
    [
      'submitted in time',
      { state: 'submitted', firstSubmittedAt: '2026-04-30T21:59:59.000Z' },
      { 'state:submitted': '1' },
    ],
    [
      'submitted late',
      { state: 'submitted', firstSubmittedAt: '2026-04-30T22:00:00.000Z' },
      { 'state:submitted': '1', submittedLate: '1' },
    ],
    [
      'returned: late once its answer is',
      { state: 'returned', firstSubmittedAt: '2026-04-01T08:00:00.000Z', answerBy: '2026-05-15T23:59:59+02:00' },
      { 'state:returned': '1', 'answer:2026-05-15T23:59:59+02:00': '1' },
    ],
    [
      'approved after it came late',
      { state: 'approved', firstSubmittedAt: '2026-05-02T08:00:00.000Z' },
      { 'state:approved': '1', submittedLate: '1' },
    ],
    [
      'recalled: as if it had never come',
      { state: 'draft', version: 1 },
      { 'state:draft': '1', 'never:2026-04-30': '1' },
    ],
  ] as const)('%s', (_sentence, more, numbers) => {
    expect(ofHead(more)).toEqual({ expected: '1', 'due:2026-04-30': '1', ...numbers });
  });

  test('says what the agreement asks, and its targets with how many they are', () => {
    const asked = (periodTarget: string | null, yearTarget: string | null = null) => ({
      breakdowns: ['gender'],
      periodTarget,
      yearTarget,
    });
    const numbers = ofHead({
      asked: {
        started: asked('0'),
        tenants: asked('5'),
        share: asked('85.0'),
        advised: asked('30', '100'),
        milestone: asked(null),
        secret: asked('9'),
      },
    });
    expect(numbers).toEqual({
      expected: '1',
      'state:notStarted': '1',
      'due:2026-04-30': '1',
      'never:2026-04-30': '1',
      'x:started': '1',
      'xd:started:gender': '1',
      't:started': '0',
      'tn:started': '1',
      'x:tenants': '1',
      'xd:tenants:gender': '1',
      'x:share': '1',
      'xd:share:gender': '1',
      'tr:share:85': '1',
      'x:advised': '1',
      'xd:advised:gender': '1',
      't:advised': '30',
      'tn:advised': '1',
      'ty:advised': '100',
      'tyn:advised': '1',
      'id:advised': fingerprint('almi-2026'),
      'x:milestone': '1',
      'xd:milestone:gender': '1',
    });
  });

  test('is nothing for a final report: it stands outside every window', () => {
    expect(shareOfHead(head({ period: 'final' }), library).sums.size).toBe(0);
    expect(shareOfVersion(head({ period: 'final' }), { started: value('5') }, library).sums.size).toBe(0);
  });
});

describe('what a version that counts gives to the figures', () => {
  test('is its numbers, blanks and choices, in the cell of its own period and area', () => {
    const { sums, maxima } = ofVersion({
      spent: value('1234.56'),
      share: ratio('12', '40'),
      milestone: { kind: 'choice', choice: 'reached' },
      started: { kind: 'notApplicable' },
      tenants: { kind: 'notYetKnown', promisedBy: '2026-05-01' },
      secret: value('9'),
    });
    expect(Object.fromEntries(sums)).toEqual({
      [cell]: {
        'n:spent': '1',
        'v:spent': '1234.56',
        'n:share': '1',
        'rn:share': '12',
        'rd:share': '40',
        'n:milestone': '1',
        'c:milestone:reached': '1',
        'a:started': '1',
        'y:tenants': '1',
      },
    });
    expect(maxima.size).toBe(0);
  });

  test('is for people also the largest count, of the whole and of each part', () => {
    const { sums, maxima } = ofVersion({ advised: value('30', { gender: { women: '12', men: '10' } }) });
    expect(Object.fromEntries(sums)).toEqual({
      [cell]: { 'n:advised': '1', 'v:advised': '30' },
      'parts/2026/T#2026-Q1#starka-nyforetagande#gender': {
        'v:advised:women': '12',
        'v:advised:men': '10',
        'v:advised:?': '8',
      },
      'parts/2026/T#2026-Q1#starka-nyforetagande#municipality': { 'v:advised:?': '30' },
    });
    expect(Object.fromEntries(maxima)).toEqual({
      'totals/2026/M#2026-Q1#starka-nyforetagande': { 'm:advised': '30' },
      'parts/2026/M#2026-Q1#starka-nyforetagande': {
        'm:advised:gender:women': '12',
        'm:advised:gender:men': '10',
        'm:advised:gender:?': '8',
        'm:advised:municipality:?': '30',
      },
    });
  });

  test('is nothing of what cannot be read', () => {
    expect(ofVersion({ started: { kind: 'unparsed', raw: { value: 'ca 50' } } }).sums.size).toBe(0);
  });

  test('comes on top of what the report gives to coverage, and only while a version counts', () => {
    const approved = head({
      state: 'approved',
      version: 1,
      officialVersion: 1,
      firstSubmittedAt: '2026-04-01T08:00:00.000Z',
    });
    const valuesOf = new Map([[1, { started: value('12') }]]);
    expect(shareOfReport('official', { head: approved, valuesOf }, library).sums.get(cell)).toEqual({
      expected: '1',
      'due:2026-04-30': '1',
      'state:approved': '1',
      'n:started': '1',
      'v:started': '12',
    });
    const reopened = { ...approved, state: 'returned', officialVersion: null } as const;
    expect(shareOfReport('official', { head: reopened, valuesOf }, library).sums.get(cell)).toEqual({
      expected: '1',
      'due:2026-04-30': '1',
      'state:returned': '1',
    });
  });

  test('is never guessed: without the version’s values there is no share', () => {
    const approved = head({ state: 'approved', version: 2, officialVersion: 2 });
    expect(() => shareOfReport('official', { head: approved, valuesOf: new Map([[1, {}]]) }, library)).toThrow(
      'version 2',
    );
  });
});

describe('the parts of an answer', () => {
  const parted = indicator('started', 'flow', { dimensions: ['gender', 'municipality'] });

  test('say what they leave unsaid, in every dimension of the indicator', () => {
    expect(partsOf(parted, value('10', { gender: { women: '4', men: '3' } }))).toEqual([
      [
        'gender',
        [
          ['women', '4'],
          ['men', '3'],
          ['?', '3'],
        ],
      ],
      ['municipality', [['?', '10']]],
    ]);
  });

  test('are small below five, when they count people', () => {
    const gender = (women: string): [string, string][] => [
      ['women', women],
      ['men', '20'],
      ['?', '1'],
    ];
    expect(hasSmallCount(parted, 'gender', gender('4'))).toBe(true);
    expect(hasSmallCount(parted, 'gender', gender('4.9'))).toBe(true);
    expect(hasSmallCount(parted, 'gender', gender('5'))).toBe(false);
    expect(hasSmallCount(parted, 'municipality', [['0484', '1']])).toBe(false);
    expect(hasSmallCount(parted, 'gender', [['?', '1']])).toBe(false);
  });

  test.each([
    ['personer', 'municipality', true],
    ['elever', 'municipality', true],
    ['antal', 'gender', true],
    ['företag', 'foreignBackground', true],
    ['årsarbetskrafter', 'age', true],
    ['företag', 'municipality', false],
    ['antal', 'industry', false],
    ['kr', 'gender', false],
  ])('of %s by %s count people: %s', (unit, dimension, expected) => {
    expect(countsPeople(indicator('a', 'flow', { unit: { sv: unit, en: unit } }), dimension)).toBe(expected);
  });
});

test('agreements have different fingerprints, the same every time, that fit in a sum', () => {
  const ids = Array.from({ length: 5_000 }, (_, n) => `agreement-${n}-2025`);
  const prints = ids.map(fingerprint);
  expect(new Set(prints).size).toBe(ids.length);
  expect(ids.map(fingerprint)).toEqual(prints);
  for (const print of prints) expect(print).toMatch(/^\d{1,10}$/);
});

test('a report counts in a window that holds its period', () => {
  const half = windowOf('2026-H1', '2026-H1');
  if (!half) throw new Error('a half-year is a window');
  expect(countsIn('2026-Q1', half)).toBe(true);
  expect(countsIn('2026', half)).toBe(false);
});
