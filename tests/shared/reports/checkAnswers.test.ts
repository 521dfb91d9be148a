import { describe, expect, test } from 'vitest';
import type { Answers, Entry } from '@insatskollen/shared/reports/answers.ts';
import { checkAnswers, type AnswerContext } from '@insatskollen/shared/reports/checkAnswers.ts';
import { faultText } from '@insatskollen/shared/reports/faultText.ts';
import { byId, context, indicator, indicators, ratio, terms, value } from '../samples.ts';

const of = (values: Record<string, Entry>, texts: Record<string, string> = {}): Answers => ({ values, texts });
const faults = (answers: Answers, more?: Partial<AnswerContext>) =>
  checkAnswers(answers, context(more)).map(({ path, code }) => `${path}: ${code}`);

describe('answers that fit their indicators', () => {
  test('have no faults', () => {
    const answers = of(
      {
        started: value('12', { gender: { women: '7', men: '5' } }),
        tenants: value('0'),
        share: ratio('12', '40'),
        advised: value('30', { gender: { women: '10' }, municipality: { '0484': '9', '0480': '21' } }),
        milestone: { kind: 'choice', choice: 'reached' },
        spent: value('1234.56'),
      },
      { done: 'Tre kurser.', next: '' },
    );
    expect(faults(answers)).toEqual([]);
  });

  test('may be any of the blanks, and in a draft unreadable, whatever the indicator', () => {
    for (const id of ['started', 'tenants', 'share', 'advised', 'milestone']) {
      expect(faults(of({ [id]: { kind: 'notApplicable' } }))).toEqual([]);
      expect(faults(of({ [id]: { kind: 'notYetKnown', promisedBy: '2026-05-01' } }))).toEqual([]);
      expect(faults(of({ [id]: { kind: 'unparsed', raw: { value: 'ca 50' } } }))).toEqual([]);
    }
  });

  test('may be cleared in a patch', () => {
    expect(checkAnswers({ values: { started: null }, texts: { done: null } }, context())).toEqual([]);
  });
});

describe('a fault is named where it is', () => {
  test.each<[string, Answers, string]>([
    ['an indicator that the agreement does not have', of({ other: value('1') }), 'values.other: unknownIndicator'],
    ['a question that it does not have', of({}, { other: 'a' }), 'texts.other: unknownQuestion'],
    ['a ratio for a number', of({ started: ratio('1', '2') }), 'values.started.kind: wrongKind'],
    ['a number for a ratio', of({ share: value('30') }), 'values.share.kind: wrongKind'],
    ['a number for a choice', of({ milestone: value('1') }), 'values.milestone.kind: wrongKind'],
    ['a choice for a number', of({ advised: { kind: 'choice', choice: 'reached' } }), 'values.advised.kind: wrongKind'],
    [
      'an option that is not there',
      of({ milestone: { kind: 'choice', choice: 'perhaps' } }),
      'values.milestone.choice: unknownChoice',
    ],
    ['more than 15 digits', of({ started: value('1000000000000000') }), 'values.started.value: tooManyDigits'],
    ['a decimal where there are none', of({ started: value('1.5') }), 'values.started.value: tooManyDecimals'],
    ['one decimal too many', of({ spent: value('1.555') }), 'values.spent.value: tooManyDecimals'],
    ['a number below zero', of({ started: value('-5') }), 'values.started.value: negative'],
    ['a numerator below zero', of({ share: ratio('-1', '4') }), 'values.share.numerator: negative'],
    [
      'a denominator with too many digits',
      of({ share: ratio('1', '1000000000000000') }),
      'values.share.denominator: tooManyDigits',
    ],
    ['nothing to divide by', of({ share: ratio('1', '0') }), 'values.share.denominator: zeroDenominator'],
    [
      'a breakdown that was not asked for',
      of({ started: value('9', { municipality: { '0484': '1' } }) }),
      'values.started.breakdowns.municipality: unknownDimension',
    ],
    [
      'a breakdown that does not exist',
      of({ started: value('9', { shoes: { big: '1' } }) }),
      'values.started.breakdowns.shoes: unknownDimension',
    ],
    [
      'a part that does not exist',
      of({ started: value('9', { gender: { other: '1' } }) }),
      'values.started.breakdowns.gender.other: unknownPart',
    ],
    [
      'a part with decimals',
      of({ started: value('9', { gender: { women: '1.5' } }) }),
      'values.started.breakdowns.gender.women: tooManyDecimals',
    ],
    [
      'a part below zero',
      of({ started: value('9', { gender: { women: '-1' } }) }),
      'values.started.breakdowns.gender.women: negative',
    ],
    [
      'parts over their total',
      of({ started: value('9', { gender: { women: '5', men: '5' } }) }),
      'values.started.breakdowns.gender: exceedsTotal',
    ],
  ])('%s', (_what, answers, fault) => {
    expect(faults(answers)).toEqual([fault]);
  });

  test('all of them at once', () => {
    const answers = of(
      { started: value('-1.5', { gender: { women: '-1' } }), share: ratio('1.55', '0'), other: value('1') },
      { x: '' },
    );
    expect(faults(answers).sort()).toEqual([
      'texts.x: unknownQuestion',
      'values.other: unknownIndicator',
      'values.share.denominator: zeroDenominator',
      'values.share.numerator: tooManyDecimals',
      'values.started.breakdowns.gender.women: negative',
      'values.started.breakdowns.gender: exceedsTotal',
      'values.started.value: tooManyDecimals',
    ]);
  });

  test('an indicator of the library that the agreement left out is not in it', () => {
    expect(faults(of({ spent: value('1') }), { terms: terms({ indicators: [] }) })).toEqual([
      'values.spent: unknownIndicator',
    ]);
  });
});

describe('at the edge', () => {
  test('parts may add up to exactly the total, or leave some unsaid', () => {
    expect(faults(of({ started: value('10', { gender: { women: '5', men: '5' } }) }))).toEqual([]);
    expect(faults(of({ started: value('10', { gender: { women: '5' } }) }))).toEqual([]);
    expect(faults(of({ started: value('0', { gender: { women: '0', men: '0' } }) }))).toEqual([]);
  });

  test('parts are added exactly', () => {
    const more = { indicators: byId([indicator('started', 'flow', { decimals: 1 })]) };
    expect(faults(of({ started: value('0.3', { gender: { women: '0.1', men: '0.2' } }) }), more)).toEqual([]);
    expect(faults(of({ started: value('0.2', { gender: { women: '0.1', men: '0.2' } }) }), more)).toEqual([
      'values.started.breakdowns.gender: exceedsTotal',
    ]);
  });

  test('nothing of nothing is a ratio', () => {
    expect(faults(of({ share: ratio('0', '0') }))).toEqual([]);
    expect(faults(of({ share: ratio('0', '5') }))).toEqual([]);
  });

  test('below zero is fine where the indicator says so, to the last digit', () => {
    const more = { indicators: byId([indicator('started', 'flow', { negative: true })]) };
    expect(faults(of({ started: value('-999999999999999') }), more)).toEqual([]);
    expect(faults(of({ started: value('-1000000000000000') }), more)).toEqual(['values.started.value: tooManyDigits']);
  });

  test('a text keeps to its question’s own limit, as people count', () => {
    const [question] = terms().questions;
    if (!question) throw new Error('the terms have a question');
    const more = { terms: terms({ questions: [{ ...question, maxLength: 5 }] }) };
    expect(faults(of({}, { done: '👍🏾👍🏾👍🏾👍🏾å' }), more)).toEqual([]);
    expect(faults(of({}, { done: 'åäöåäö' }), more)).toEqual(['texts.done: tooLong']);
  });

  test('a whole report is at most 350 kB', () => {
    const questions = Array.from({ length: 40 }, (_, n) => ({
      id: `q${n}`,
      name: '',
      prompt: '',
      required: false,
      maxLength: 10_000,
    }));
    const more = { terms: terms({ questions }) };
    const texts = (count: number) =>
      Object.fromEntries(questions.slice(0, count).map(({ id }) => [id, 'a'.repeat(10_000)]));
    expect(faults(of({}, texts(34)), more)).toEqual([]);
    expect(faults(of({}, texts(36)), more)).toEqual([': reportTooLarge']);
  });
});

describe('what is said of a fault', () => {
  test('is said in the language of the caller', () => {
    const [sv] = checkAnswers(of({ started: value('-5') }), context());
    const [en] = checkAnswers(of({ started: value('-5') }), context({ language: 'en' }));
    expect(sv?.message).toBe('Talet kan inte vara negativt.');
    expect(en?.message).toBe('The number cannot be negative.');
  });

  test('exists in both languages, calmly', () => {
    expect(Object.keys(faultText.sv)).toEqual(Object.keys(faultText.en));
    for (const text of [...Object.values(faultText.sv), ...Object.values(faultText.en)])
      expect(text).toMatch(/^\p{Lu}[^!]*\.$/u);
  });

  test('the indicators of these tests are of every kind', () => {
    expect(new Set(indicators.map(({ kind }) => kind)).size).toBe(5);
  });
});
