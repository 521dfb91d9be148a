import { expect, test } from 'vitest';
import { isPathIn } from '@insatskollen/shared/reports/paths.ts';
import { terms } from '../samples.ts';

test.each([
  ['values.started', true],
  ['values.started.breakdowns.gender', true],
  ['texts.done', true],
  ['values.other', false],
  ['texts.other', false],
  ['values.started.breakdowns.municipality', false],
  ['values.started.breakdowns.gender.women', false],
  ['values.started.breakdowns', false],
  ['values.started.comment', false],
  ['values', false],
  ['texts', false],
  ['texts.done.more', false],
  ['values.', false],
  ['done', false],
  ['', false],
  ['values.constructor', false],
  ['__proto__.x', false],
])('%j can carry a remark: %s', (path, expected) => {
  expect(isPathIn(terms(), path)).toBe(expected);
});
