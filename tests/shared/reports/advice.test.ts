import { describe, expect, test } from 'vitest';
import type { Answers, Entry } from '@insatskollen/shared/reports/answers.ts';
import {
  adviceOn,
  deviationsOf,
  type Deviation,
  type DeviationRule,
  type EarlierReport,
} from '@insatskollen/shared/reports/advice.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { byId, indicator, indicators, ratio, terms, value } from '../samples.ts';

const answers = (values: Record<string, Entry>, texts: Record<string, string> = {}): Answers => ({ values, texts });
const earlier = (period: string, values: Record<string, Entry>, agreementId = 'almi-2026'): EarlierReport => ({
  period,
  agreementId,
  values,
});
const withTarget = (target: string, period = '2026-Q2') =>
  terms({
    indicators: [
      { indicatorId: 'started', required: true, breakdowns: [], targets: { periods: { [period]: target } } },
    ],
  });

interface Case {
  now: string;
  previous?: string;
  lastYear?: string;
  target?: string;
  rule?: DeviationRule;
}
/** What is said of the second quarter's number: from what it lies far, and by how many percent. */
function said({ now, previous, lastYear, target, rule }: Case): string[] {
  const history = [
    ...(lastYear === undefined ? [] : [earlier('2025-Q2', { started: value(lastYear) }, 'almi-2025')]),
    ...(previous === undefined ? [] : [earlier('2026-Q1', { started: value(previous) })]),
  ];
  const agreed = target === undefined ? terms() : withTarget(target);
  const deviations = deviationsOf(answers({ started: value(now) }), agreed, '2026-Q2', history, byId(indicators), rule);
  return deviations.map(({ from, percent }) => `${from} ${percent ?? 'without percent'}`);
}

describe('a number far from its history', () => {
  test.each<[string, Case, string[]]>([
    ['half as much again is far', { now: '15', previous: '10' }, ['previous 50']],
    ['just under half as much again is not', { now: '1499', previous: '1000' }, []],
    ['not even where the percentage would round up to it', { now: '1495', previous: '1000' }, []],
    ['half as much is far', { now: '5', previous: '10' }, ['previous -50']],
    ['just over half as much is not', { now: '501', previous: '1000' }, []],
    ['three more is far when it is half as much again', { now: '9', previous: '6' }, ['previous 50']],
    ['two more is not, though it is twice as much', { now: '4', previous: '2' }, []],
    ['three from nothing is far', { now: '3', previous: '0' }, ['previous without percent']],
    ['two from nothing is not', { now: '2', previous: '0' }, []],
    ['nothing from three is far', { now: '0', previous: '3' }, ['previous -100']],
    ['the same is not', { now: '10', previous: '10' }, []],
    ['there is nothing to compare a first number with', { now: '10' }, []],
  ])('%s', (_sentence, numbers, expected) => {
    expect(said(numbers)).toEqual(expected);
  });

  test('is not far when it follows last year’s pattern, nor when it follows the period before', () => {
    expect(said({ now: '10', previous: '40', lastYear: '11' })).toEqual([]);
    expect(said({ now: '40', previous: '41', lastYear: '10' })).toEqual([]);
  });

  test('is far when it is far from both, and the period before is named', () => {
    expect(said({ now: '40', previous: '10', lastYear: '20' })).toEqual(['previous 300']);
  });

  test('is compared with last year alone when the period before gave no number', () => {
    expect(said({ now: '40', lastYear: '20' })).toEqual(['sameLastYear 100']);
    const history = [
      earlier('2025-Q2', { started: value('20') }, 'almi-2025'),
      earlier('2026-Q1', { started: { kind: 'notYetKnown', promisedBy: '2026-05-01' } }),
    ];
    const [deviation] = deviationsOf(answers({ started: value('40') }), terms(), '2026-Q2', history, byId(indicators));
    expect(deviation?.from).toBe('sameLastYear');
  });

  test('is not compared with older periods, later ones, or those of another length', () => {
    const history = ['2025-Q4', '2025-Q3', '2026-Q3', '2025-H1', '2025', '2026-Q2'].map((id) =>
      earlier(id, { started: value('1000') }),
    );
    expect(deviationsOf(answers({ started: value('10') }), terms(), '2026-Q2', history, byId(indicators))).toEqual([]);
  });

  test('is read across the turn of the year, and over agreements of one chain', () => {
    const history = [earlier('2025-Q4', { started: value('10') }, 'almi-2025')];
    const [deviation] = deviationsOf(answers({ started: value('40') }), terms(), '2026-Q1', history, byId(indicators));
    expect(deviation).toEqual({
      indicatorId: 'started',
      from: 'previous',
      value: '40',
      reference: '10',
      percent: '300',
    });
  });

  test('a ratio is compared by its value', () => {
    const history = [earlier('2026-Q1', { share: ratio('10', '40') })];
    const far = deviationsOf(answers({ share: ratio('30', '40') }), terms(), '2026-Q2', history, byId(indicators));
    expect(far).toEqual([{ indicatorId: 'share', from: 'previous', value: '75', reference: '25', percent: '200' }]);
    expect(deviationsOf(answers({ share: ratio('3', '12') }), terms(), '2026-Q2', history, byId(indicators))).toEqual(
      [],
    );
    expect(deviationsOf(answers({ share: ratio('0', '0') }), terms(), '2026-Q2', history, byId(indicators))).toEqual(
      [],
    );
  });

  test('a final report has no history to be far from, and is none itself', () => {
    const history = [earlier('final', { started: value('1000') }), earlier('2026-Q1', { started: value('10') })];
    expect(deviationsOf(answers({ started: value('500') }), terms(), 'final', history, byId(indicators))).toEqual([]);
    expect(deviationsOf(answers({ started: value('11') }), terms(), '2026-Q2', history, byId(indicators))).toEqual([]);
  });
});

describe('a number outside of what the library calls plausible', () => {
  const said = (now: Entry, plausible: Indicator['plausible'], previous?: string) => {
    const history = previous === undefined ? [] : [earlier('2026-Q1', { started: value(previous) })];
    const known = byId([indicator('started', 'flow', { plausible }), indicator('share', 'ratio', { plausible })]);
    const id = now.kind === 'ratio' ? 'share' : 'started';
    const deviations = deviationsOf(answers({ [id]: now }), terms(), '2026-Q2', history, known);
    return deviations.map(({ from, reference }) => `${from} ${reference}`);
  };

  test('asks for a sentence, on either side, and not at the very ends', () => {
    const plausible = { min: '5', max: '50' };
    expect(said(value('4'), plausible)).toEqual(['plausible 5']);
    expect(said(value('51'), plausible)).toEqual(['plausible 50']);
    expect(said(value('5'), plausible)).toEqual([]);
    expect(said(value('50'), plausible)).toEqual([]);
  });

  test('has an end on one side only where only one is given', () => {
    expect(said(value('1000000'), { min: '5', max: null })).toEqual([]);
    expect(said(value('0'), { min: null, max: '5' })).toEqual([]);
    expect(said(value('0'), null)).toEqual([]);
  });

  test('is a ratio’s value, and gives way to its history', () => {
    expect(said(ratio('30', '40'), { min: null, max: '60' })).toEqual(['plausible 60']);
    expect(said(value('100'), { min: null, max: '50' }, '10')).toEqual(['previous 10']);
  });
});

describe('a number far from the agreement’s pace', () => {
  test('is compared with the period’s target', () => {
    expect(said({ now: '5', target: '20' })).toEqual(['target -75']);
    expect(said({ now: '11', target: '20' })).toEqual([]);
    expect(said({ now: '10', target: '20' })).toEqual(['target -50']);
  });

  test('is named when its history is near but the target is far, and history first when both are far', () => {
    expect(said({ now: '5', previous: '5', target: '20' })).toEqual(['target -75']);
    expect(said({ now: '5', previous: '30', target: '20' })).toEqual(['previous -83']);
  });

  test('is not compared with another period’s target', () => {
    const deviations = deviationsOf(
      answers({ started: value('5') }),
      withTarget('20', '2026-Q3'),
      '2026-Q2',
      [],
      byId(indicators),
    );
    expect(deviations).toEqual([]);
  });
});

test('the rule can be set otherwise', () => {
  const strict = { percent: '10', absolute: '1' };
  expect(said({ now: '11', previous: '10', rule: strict })).toEqual(['previous 10']);
  expect(said({ now: '10', previous: '10', rule: strict })).toEqual([]);
  expect(said({ now: '109', previous: '100', rule: strict })).toEqual([]);
  expect(said({ now: '0.5', previous: '0', rule: strict })).toEqual([]);
});

describe('advice in words', () => {
  const deviation = (more: Partial<Deviation>): Deviation => ({
    indicatorId: 'started',
    from: 'previous',
    value: '15',
    reference: '10',
    percent: '50',
    ...more,
  });
  const messages = (of: Answers, deviations: Deviation[], language: 'sv' | 'en' = 'sv') =>
    adviceOn(of, deviations, language).map(({ message }) => message);

  test('asks why a number is far from what it can be compared with', () => {
    const of = answers({ started: value('15') });
    expect(messages(of, [deviation({})])).toEqual([
      '50 % mer än förra perioden. Vad beror det på? Skriv en mening i kommentaren.',
    ]);
    expect(messages(of, [deviation({ from: 'target', percent: '-60' })])).toEqual([
      '60 % mindre än målet. Vad beror det på? Skriv en mening i kommentaren.',
    ]);
    expect(messages(of, [deviation({ from: 'sameLastYear', percent: undefined })])).toEqual([
      'Talet skiljer sig mycket från samma period i fjol. Vad beror det på? Skriv en mening i kommentaren.',
    ]);
    expect(messages(of, [deviation({})], 'en')).toEqual([
      '50 % more than the previous period. Why is that? Write one sentence in the comment.',
    ]);
  });

  test('knows when the comment is already there', () => {
    const explained = (comment: string) =>
      adviceOn(answers({ started: { ...value('15'), comment } }), [deviation({})], 'sv')[0]?.explained;
    expect(explained('Ny kurs i mars.')).toBe(true);
    expect(explained('  \n')).toBe(false);
  });

  test('points at what cannot be read, at personnummer and at e-mail addresses, each with its path', () => {
    const of = answers(
      {
        started: { kind: 'unparsed', raw: { value: 'ca 50' } },
        share: { ...ratio('1', '2'), comment: 'Ring Kim, 811228-9874.' },
      },
      { done: 'Skriv till kim.berg@region.example.', next: 'Inget särskilt.' },
    );
    expect(adviceOn(of, [], 'sv').map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'values.started: unparsed',
      'texts.done: email',
      'values.share: personalNumber',
    ]);
  });

  test('is silent when there is nothing to say', () => {
    expect(adviceOn(answers({ started: value('15') }, { done: 'Tre kurser.' }), [], 'sv')).toEqual([]);
  });
});
