import { sum } from '@insatskollen/shared/decimal.ts';
import { periodsOfTerm } from '@insatskollen/shared/calendar/periods.ts';
import { canSpread, spreadTarget } from '@insatskollen/shared/agreements/spreadTarget.ts';
import { expect, test } from 'vitest';

const year = periodsOfTerm('quarterly', '2027-01-01', '2027-12-31');

test('what adds up is divided in whole steps, with what is left over last', () => {
  expect(spreadTarget('42', { kind: 'flow', decimals: 0 }, year)).toEqual({
    '2027-Q1': '10',
    '2027-Q2': '10',
    '2027-Q3': '11',
    '2027-Q4': '11',
  });
  expect(Object.values(spreadTarget('1,5', { kind: 'flow', decimals: 1 }, year))).toEqual(['0.3', '0.4', '0.4', '0.4']);
  expect(Object.values(spreadTarget('-3', { kind: 'flow', decimals: 0 }, year))).toEqual(['0', '-1', '-1', '-1']);
});

test.each(['7', '0', '1000000.03', '55000000', '-12.5'])('the shares of %s are %s together, in each year', (target) => {
  const two = periodsOfTerm('quarterly', '2027-07-01', '2029-03-31');
  const shares = spreadTarget(target, { kind: 'flow', decimals: 2 }, two);
  for (const of of ['2027', '2028', '2029'])
    expect(sum(Object.keys(shares).flatMap((id) => (id.startsWith(of) ? (shares[id] ?? []) : [])))).toBe(target);
});

test('a level is the same in every period', () => {
  expect(Object.values(spreadTarget('85', { kind: 'ratio', decimals: 1 }, year))).toEqual(['85', '85', '85', '85']);
  expect(Object.values(spreadTarget('7', { kind: 'stock', decimals: 0 }, year))).toEqual(['7', '7', '7', '7']);
});

test('what has no such rule, or cannot be read, is left alone', () => {
  expect(canSpread({ kind: 'unique' })).toBe(false);
  expect(spreadTarget('219', { kind: 'unique', decimals: 0 }, year)).toEqual({});
  expect(spreadTarget('about 50', { kind: 'flow', decimals: 0 }, year)).toEqual({});
});
