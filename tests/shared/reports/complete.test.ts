import { describe, expect, test } from 'vitest';
import { noAnswers, type Answers, type Entry } from '@insatskollen/shared/reports/answers.ts';
import { missingFor, progressOf } from '@insatskollen/shared/reports/complete.ts';
import { context, ratio, value } from '../samples.ts';

const complete: Answers = {
  values: {
    started: value('12'),
    tenants: value('0'),
    share: ratio('0', '0'),
    advised: { kind: 'notYetKnown', promisedBy: '2026-05-01' },
    milestone: { kind: 'notApplicable' },
  },
  texts: { done: 'Tre kurser.' },
};
const withValue = (id: string, entry: Entry): Answers => ({ ...complete, values: { ...complete.values, [id]: entry } });
const without = (id: string): Answers => ({
  ...complete,
  values: Object.fromEntries(Object.entries(complete.values).filter(([known]) => known !== id)),
});
const missing = (answers: Answers) => missingFor(answers, context()).map(({ path, code }) => `${path}: ${code}`);

describe('a report is complete', () => {
  test('when every required indicator has one of its answers and every required question is not blank', () => {
    expect(missing(complete)).toEqual([]);
  });

  test('also when a breakdown, a comment or a question that is not required is left', () => {
    expect(missing(withValue('started', value('12')))).toEqual([]);
    expect(missing({ ...complete, texts: { ...complete.texts, next: '' } })).toEqual([]);
  });

  test('zero is an answer', () => {
    expect(missing(withValue('started', value('0')))).toEqual([]);
  });
});

describe('a report is not complete', () => {
  test('when nothing is answered: everything that is required is missing, at once and in the agreement’s order', () => {
    expect(missing(noAnswers)).toEqual([
      'values.started: missing',
      'values.tenants: missing',
      'values.share: missing',
      'values.advised: missing',
      'values.milestone: missing',
      'texts.done: missing',
    ]);
  });

  test('when a required number is missing', () => {
    expect(missing(without('share'))).toEqual(['values.share: missing']);
  });

  test('when something typed cannot be read, required or not', () => {
    const unreadable: Entry = { kind: 'unparsed', raw: { value: 'ca 50' } };
    expect(missing(withValue('started', unreadable))).toEqual(['values.started: unparsed']);
    expect(missing(withValue('spent', unreadable))).toEqual(['values.spent: unparsed']);
  });

  test.each(['', '   ', '\n\n', '\u00a0'])('when a required text is %j', (text) => {
    expect(missing({ ...complete, texts: { done: text } })).toEqual(['texts.done: missing']);
  });

  test('when an answer does not fit its indicator', () => {
    expect(missing(withValue('started', value('-5')))).toEqual(['values.started.value: negative']);
  });

  test('and is told what to do, in the caller’s language', () => {
    const [sv] = missingFor(without('share'), context());
    const [en] = missingFor(without('share'), context({ language: 'en' }));
    expect(sv?.message).toBe('Fyll i ett tal, eller välj Ej aktuellt eller Vet inte än.');
    expect(en?.message).toBe('Enter a number, or choose Not applicable or Not yet known.');
  });
});

describe('how far a draft has come', () => {
  test('counts what is required, numbers and texts', () => {
    expect(progressOf(noAnswers, context())).toEqual({ answered: 0, required: 6 });
    expect(progressOf(without('share'), context())).toEqual({ answered: 5, required: 6 });
    expect(progressOf(complete, context())).toEqual({ answered: 6, required: 6 });
  });

  test('what is not required neither adds nor takes away', () => {
    expect(progressOf(withValue('spent', value('5')), context())).toEqual({ answered: 6, required: 6 });
    expect(progressOf(withValue('spent', { kind: 'unparsed', raw: { value: '?' } }), context())).toEqual({
      answered: 6,
      required: 6,
    });
  });

  test('what cannot be read is not answered', () => {
    expect(progressOf(withValue('started', { kind: 'unparsed', raw: { value: '?' } }), context())).toEqual({
      answered: 5,
      required: 6,
    });
  });
});
