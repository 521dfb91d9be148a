import { expect, test } from 'vitest';
import { mergeThings } from '@insatskollen/web/src/lib/edit/merge.ts';

const base = { name: 'Almi', note: 'x', aliases: ['A'], timeline: { start: null, end: null } };

test('what only one touched is kept, whoever it was', () => {
  const mine = { ...base, note: 'min' };
  const theirs = { ...base, name: 'Almi Sörmland' };
  expect(mergeThings(base, mine, theirs)).toEqual({
    merged: { ...base, name: 'Almi Sörmland', note: 'min' },
    both: [],
  });
});

test('what both touched stays mine and is told', () => {
  const mine = { ...base, aliases: ['A', 'B'], timeline: { start: '2026-01-01', end: null } };
  const theirs = { ...base, aliases: ['C'], timeline: { start: null, end: '2026-12-31' } };
  const { merged, both } = mergeThings(base, mine, theirs);
  expect(merged).toEqual(mine);
  expect(both).toEqual([
    { path: 'aliases', theirs: ['C'], mine: ['A', 'B'] },
    { path: 'timeline', theirs: theirs.timeline, mine: mine.timeline },
  ]);
});

test('both who did the same did nothing against each other, and nothing is as good as blank', () => {
  const same = { ...base, name: 'Almi Sörmland' };
  expect(mergeThings(base, same, same).both).toEqual([]);
  expect(mergeThings({ note: null }, { note: undefined }, { note: 'ny' })).toEqual({
    merged: { note: 'ny' },
    both: [],
  });
});
