import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { checkAgreement, type AgreementSurroundings } from '@insatskollen/shared/agreements/checkAgreement.ts';
import { CommitmentSchema, type Commitment } from '@insatskollen/shared/commitments/commitment.ts';
import { agreementFaultText } from '@insatskollen/shared/agreements/faults.ts';
import { lifecycles, type Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import { describe, expect, test } from 'vitest';
import { byId, indicator, terms } from '../samples.ts';

const indicators = [
  indicator('started', 'flow', { dimensions: ['gender'] }),
  indicator('share', 'ratio'),
  indicator('balance', 'flow', { negative: true, decimals: 2 }),
];
const initiative = (id: string, lifecycle: Initiative['lifecycle']): Initiative => ({
  id,
  version: 1,
  title: id,
  summary: null,
  lifecycle,
  primaryFocusArea: 'starka-nyforetagande',
  alsoContributesTo: [],
  responsible: ['almi'],
  participants: [],
  responsibleUnits: [],
  timeline: { asWritten: null, start: null, end: null, ongoing: true },
});

const sample = (more: Partial<Agreement> = {}): Agreement => ({
  ...terms(),
  id: 'almi-2027',
  termStart: '2027-01-01',
  termEnd: '2027-12-31',
  initiativeId: 'almi-basuppdrag',
  indicators: [{ indicatorId: 'started', required: true, breakdowns: ['gender'], targets: {} }],
  questions: ['done'],
  ...more,
});
const around: AgreementSurroundings = {
  actorIds: new Set(['almi', 'uf']),
  initiatives: byId([
    initiative('almi-basuppdrag', 'ongoing'),
    ...lifecycles.map((lifecycle) => initiative(lifecycle, lifecycle)),
  ]),
  indicators: byId(indicators),
  questionIds: new Set(['done']),
  rusPriorityIds: new Set(['rus1']),
  agreements: [],
};
const faultsOf = (more: Partial<Agreement>, agreements: Agreement[] = []) =>
  checkAgreement(sample(more), { ...around, agreements }).map(({ path, code }) => `${path}: ${code}`);
const promises = (...commitments: Partial<Commitment>[]): Partial<Agreement> => ({
  commitments: commitments.map((one) =>
    CommitmentSchema.parse({ text: 'Nätverksmöten', min: '4', unit: 'möten', per: 'year', ...one }),
  ),
});
const asks = (targets: Agreement['indicators'][number]['targets'], indicatorId = 'started'): Partial<Agreement> => ({
  indicators: [{ indicatorId, required: true, breakdowns: [], targets }],
});

describe('an agreement that can be written', () => {
  test.each<[string, Partial<Agreement>]>([
    ['of a year in quarters', {}],
    ['of one day', { termStart: '2027-05-05', termEnd: '2027-05-05' }],
    ['of six years in quarters', { termEnd: '2032-12-31' }],
    ['about an initiative that has ended and is followed up', { initiativeId: 'ended' }],
    [
      'with targets that sum',
      asks({ year: '10', periods: { '2027-Q1': '1', '2027-Q2': '2', '2027-Q3': '3', '2027-Q4': '4' } }),
    ],
    ['with a year’s target and some periods', asks({ year: '10', periods: { '2027-Q1': '1' } })],
    [
      'with a ratio whose targets are the same',
      asks({ year: '85', periods: { '2027-Q1': '85', '2027-Q2': '85' } }, 'share'),
    ],
    ['with a negative target where the indicator may be', asks({ year: '-4.25' }, 'balance')],
    [
      'with money from each source',
      { financing: { own: '1', state11: '2.50', eu: '0', municipal: '4', private: '5' } },
    ],
    ['that asks nothing in numbers', { indicators: [] }],
    [
      'that promises what it asks for, and what nothing follows',
      promises({ indicatorId: 'started' }, { indicatorId: 'started', dimension: 'gender' }, {}),
    ],
  ])('%s', (_, more) => {
    expect(faultsOf(more)).toEqual([]);
  });
});

describe('an agreement is refused for', () => {
  test.each<[string, Partial<Agreement>, string[]]>([
    ['reversed days', { termStart: '2027-12-31', termEnd: '2027-01-01' }, ['termEnd: reversed']],
    ['a day that is none', { termStart: '2027-02-30' }, ['termStart: notADay']],
    ['a term of seven years in quarters', { termEnd: '2033-12-31' }, ['termEnd: tooManyPeriods']],
    ['a term of thousands of years', { termEnd: '9999-12-31' }, ['termEnd: tooManyPeriods']],
    ['due days that are many', { dueDays: 366 }, ['dueDays: outOfRange']],
    ['an unknown actor', { actorId: 'nobody' }, ['actorId: unknownActor']],
    ['an unknown initiative', { initiativeId: 'nothing' }, ['initiativeId: unknownInitiative']],
    ['an initiative that is only potential', { initiativeId: 'potential' }, ['initiativeId: notDecided']],
    ['an initiative that is coming', { initiativeId: 'coming' }, ['initiativeId: notDecided']],
    ['a blank goal', { goal: '  ' }, ['goal: blank']],
    ['a goal without end', { goal: 'å'.repeat(10_001) }, ['goal: tooLong']],
    ['a blank criterion', { criteria: ['ja', ''] }, ['criteria.1: blank']],
    [
      'promises of nothing, less than nothing and less than more',
      promises({ min: null }, { min: '-1' }, { max: '3' }),
      ['commitments.0.min: noAmount', 'commitments.1.min: negative', 'commitments.2.max: reversedAmounts'],
    ],
    [
      'promises by what no report of it answers',
      promises(
        { indicatorId: 'unknown' },
        { indicatorId: 'share' },
        { indicatorId: 'started', dimension: 'age' },
        { dimension: 'gender' },
      ),
      [
        'commitments.0.indicatorId: unknownIndicator',
        'commitments.1.indicatorId: notAgreed',
        'commitments.2.dimension: unknownDimension',
        'commitments.3.indicatorId: needsIndicator',
      ],
    ],
    [
      'a promise by a breakdown that is not asked for',
      { ...asks({}), ...promises({ indicatorId: 'started', dimension: 'gender' }) },
      ['commitments.0.dimension: notAgreed'],
    ],
    [
      'a mark on an answer that it does not ask for',
      {
        confidential: ['goal', 'texts.done', 'comments.started', 'texts.other', 'comments.share'].map((field) => ({
          field,
          chapter: '19',
          section: '3',
        })),
      },
      ['confidential.3.field: notAsked', 'confidential.4.field: notAsked'],
    ],
    ['an unknown indicator', asks({}, 'unknown'), ['indicators.0.indicatorId: unknownIndicator']],
    [
      'a target outside the term',
      asks({ periods: { '2028-Q1': '1' } }),
      ['indicators.0.targets.periods.2028-Q1: outsideTerm'],
    ],
    [
      'a target of another frequency',
      asks({ periods: { '2027-H1': '1' } }),
      ['indicators.0.targets.periods.2027-H1: outsideTerm'],
    ],
    ['a negative target', asks({ year: '-1' }), ['indicators.0.targets.year: negative']],
    ['a target with decimals', asks({ year: '1.5' }), ['indicators.0.targets.year: tooManyDecimals']],
    [
      'a target that is no number',
      asks({ periods: { '2027-Q1': 'ca 5' } }),
      ['indicators.0.targets.periods.2027-Q1: notANumber'],
    ],
    [
      'targets that do not sum',
      asks({ year: '11', periods: { '2027-Q1': '1', '2027-Q2': '2', '2027-Q3': '3', '2027-Q4': '4' } }),
      ['indicators.0.targets.year: notTheSum'],
    ],
    ['negative money', { financing: { own: '-1' } }, ['financing.own: negative']],
    ['money from elsewhere', { financing: { lottery: '1' } }, ['financing.lottery: unknownSource']],
    ['parts of öre', { financing: { eu: '1.005' } }, ['financing.eu: tooManyDecimals']],
    ['an unknown question', { questions: ['done', 'why'] }, ['questions.1: unknownQuestion']],
    ['a question twice', { questions: ['done', 'done'] }, ['questions.1: twice']],
    ['an unknown priority', { rusPriorities: ['rus9'] }, ['rusPriorities.0: unknownRusPriority']],
    ['following itself', { succeeds: 'almi-2027' }, ['succeeds: circular']],
    ['following nothing', { succeeds: 'gone' }, ['succeeds: unknownPredecessor']],
  ])('%s', (_, more, expected) => {
    expect(faultsOf(more)).toEqual(expected);
  });

  test('a breakdown that the indicator does not have, and the same one twice', () => {
    const one = { indicatorId: 'started', required: true, breakdowns: ['gender', 'age', 'gender'], targets: {} };
    expect(faultsOf({ indicators: [one, one] })).toEqual([
      'indicators.0.breakdowns.1: unknownDimension',
      'indicators.0.breakdowns.2: twice',
      'indicators.1.indicatorId: twice',
    ]);
  });

  test('everything at once', () => {
    expect(faultsOf({ actorId: 'x', goal: '', dueDays: -1, financing: { own: 'x' } })).toHaveLength(4);
  });
});

describe('an agreement’s place among others', () => {
  const earlier = sample({ id: 'almi-2026', termStart: '2026-01-01', termEnd: '2026-12-31' });
  test('is after the one that it follows', () => {
    expect(faultsOf({ succeeds: 'almi-2026' }, [earlier])).toEqual([]);
  });
  test('is its own, so the same results are never reported twice', () => {
    expect(faultsOf({ termStart: '2026-12-31' }, [earlier])).toEqual(['termStart: overlaps']);
    expect(faultsOf({ termStart: '2026-12-31', initiativeId: 'ended' }, [earlier])).toEqual([]);
    expect(faultsOf({ termStart: '2026-12-31', actorId: 'uf' }, [earlier])).toEqual([]);
    expect(faultsOf({ id: 'almi-2026', termStart: '2026-12-31' }, [earlier])).toEqual([]);
  });
  test('is not after one that goes on, has a successor, or is about something else', () => {
    const goesOn = { ...earlier, id: 'on', actorId: 'almi', termEnd: '2027-06-30' };
    expect(faultsOf({ succeeds: 'on' }, [goesOn])).toContain('succeeds: predecessorGoesOn');
    const next = sample({ id: 'next', succeeds: 'almi-2026', termStart: '2030-01-01', termEnd: '2030-12-31' });
    expect(faultsOf({ succeeds: 'almi-2026' }, [earlier, next])).toEqual(['succeeds: alreadySucceeded']);
    expect(faultsOf({ succeeds: 'almi-2026', actorId: 'uf' }, [earlier])).toEqual(['succeeds: otherPredecessor']);
  });
  test('is never in a circle', () => {
    const later = sample({ id: 'later', succeeds: 'almi-2027', termStart: '2028-01-01', termEnd: '2028-12-31' });
    const last = sample({ id: 'last', succeeds: 'later', termStart: '2029-01-01', termEnd: '2029-12-31' });
    expect(faultsOf({ succeeds: 'last' }, [later, last])).toEqual(['succeeds: circular']);
  });
});

test('every fault has words in both languages', () => {
  expect(Object.keys(agreementFaultText.en)).toEqual(Object.keys(agreementFaultText.sv));
});
