import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';
import { expect, test } from 'vitest';

test('what differs is told field by field, each with what it was and what it is', () => {
  const before = { name: 'Almi', timeline: { start: '2025-01-01', end: null }, note: 'x' };
  const after = { name: 'Almi Sörmland', timeline: { start: '2025-01-01', end: '2026-12-31' } };
  expect(fieldChanges(before, after)).toEqual([
    { path: 'name', before: 'Almi', after: 'Almi Sörmland' },
    { path: 'timeline.end', before: null, after: '2026-12-31' },
    { path: 'note', before: 'x', after: null },
  ]);
});

test('things in a list are compared each with its own earlier self, whatever their order', () => {
  const before = {
    indicators: [
      { indicatorId: 'a', required: true },
      { indicatorId: 'b', required: true },
    ],
  };
  const after = {
    indicators: [
      { indicatorId: 'b', required: false },
      { indicatorId: 'a', required: true },
    ],
  };
  expect(fieldChanges(before, after)).toEqual([{ path: 'indicators.b.required', before: true, after: false }]);
});

test('a list of plain values is one field, and so is a list where only the order differs', () => {
  expect(fieldChanges({ to: ['a', 'b'] }, { to: ['a'] })).toEqual([{ path: 'to', before: ['a', 'b'], after: ['a'] }]);
  const [first, second] = [{ id: 'a' }, { id: 'b' }];
  expect(fieldChanges({ options: [first, second] }, { options: [second, first] })).toEqual([
    { path: 'options', before: [first, second], after: [second, first] },
  ]);
});

test('missing, null and an empty list are the same nothing', () => {
  expect(fieldChanges({ a: null, b: [], c: { d: null } }, { c: { d: undefined } })).toEqual([]);
});

test('what is new is told field by field from nothing', () => {
  expect(fieldChanges({}, { name: { sv: 'Mått', en: 'Indicator' }, options: [] })).toEqual([
    { path: 'name.sv', before: null, after: 'Mått' },
    { path: 'name.en', before: null, after: 'Indicator' },
  ]);
});
