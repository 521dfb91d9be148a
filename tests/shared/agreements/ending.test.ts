import { endingOf } from '@insatskollen/shared/agreements/ending.ts';
import { addDays } from '@insatskollen/shared/calendar/days.ts';
import { expect, test } from 'vitest';

const agreement = { id: 'a', termStart: '2026-01-01', termEnd: '2026-12-31', succeeds: null };
const inDays = (days: number) => endingOf(agreement, [agreement], addDays(agreement.termEnd, -days));

test.each([
  [181, undefined],
  [180, 180],
  [91, 180],
  [90, 90],
  [31, 90],
  [30, 30],
  [0, 30],
  [-1, undefined],
])('%i days before its end an agreement has passed the mark %s', (days, mark) => {
  expect(inDays(days)).toEqual(mark === undefined ? undefined : { daysLeft: days, mark });
});

test('an agreement that another follows, or that has not begun, is nothing to warn of', () => {
  const successor = { id: 'b', termStart: '2027-01-01', termEnd: '2027-12-31', succeeds: 'a' };
  expect(endingOf(agreement, [agreement, successor], '2026-12-01')).toBeUndefined();
  const short = { id: 'c', termStart: '2027-01-01', termEnd: '2027-02-01', succeeds: null };
  expect(endingOf(short, [short], '2026-12-31')).toBeUndefined();
});
