import { describe, expect, test } from 'vitest';
import { noAnswers, type Answers } from '@insatskollen/shared/reports/answers.ts';
import { changedPaths } from '@insatskollen/shared/reports/changes.ts';
import { ratio, value } from '../samples.ts';

const before: Answers = {
  values: {
    started: value('12', { gender: { women: '7', men: '5' } }),
    share: ratio('1', '2'),
    milestone: { kind: 'notApplicable' },
  },
  texts: { done: 'Tre kurser.', next: 'Mer.' },
};

describe('what changed between two versions', () => {
  test('is nothing when nothing did, in whatever order it was filled in', () => {
    const same = {
      ...before,
      values: { ...before.values, started: value('12', { gender: { men: '5', women: '7' } }) },
    };
    expect(changedPaths(before, same)).toEqual([]);
  });

  test('is every field answered otherwise: a number, a part, a kind, a comment, a text', () => {
    const after: Answers = {
      values: {
        started: value('12', { gender: { women: '6', men: '5' } }),
        share: { ...ratio('1', '2'), comment: 'Två kurser.' },
        milestone: { kind: 'choice', choice: 'reached' },
      },
      texts: { done: 'Fyra kurser.', next: 'Mer.' },
    };
    expect(changedPaths(before, after)).toEqual(['values.started', 'values.share', 'values.milestone', 'texts.done']);
  });

  test('is also what came and what went', () => {
    expect(changedPaths(noAnswers, before)).toEqual([
      'values.started',
      'values.share',
      'values.milestone',
      'texts.done',
      'texts.next',
    ]);
    expect(
      changedPaths({ values: {}, texts: { done: 'a' } }, { values: { share: ratio('1', '2') }, texts: {} }),
    ).toEqual(['values.share', 'texts.done']);
  });
});
