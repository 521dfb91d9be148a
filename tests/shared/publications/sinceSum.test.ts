import { sinceSum } from '@insatskollen/shared/publications/sinceSum.ts';
import { expect, test } from 'vitest';

const terms = (numbers: Record<string, number>) =>
  Object.entries(numbers).map(([areaId, number]) => ({ areaId, name: areaId, number }));

test.each([
  ['nothing has happened', { a: 1, b: 2 }, { replaced: 0, added: 0, withdrawn: 0 }],
  ['one was published again', { a: 2, b: 2 }, { replaced: 1, added: 0, withdrawn: 0 }],
  ['one has come', { a: 1, b: 2, c: 1 }, { replaced: 0, added: 1, withdrawn: 0 }],
  ['one has gone', { a: 1 }, { replaced: 0, added: 0, withdrawn: 1 }],
  ['all at once', { b: 3, c: 4 }, { replaced: 1, added: 1, withdrawn: 1 }],
])('since a sum was published, %s', (_what, now, expected) => {
  expect(sinceSum(terms({ a: 1, b: 2 }), terms(now))).toEqual(expected);
});
