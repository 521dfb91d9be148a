import { addDays } from '@insatskollen/shared/calendar/days.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { period, periodsInside } from '@insatskollen/shared/calendar/periods.ts';
import { movedSince, yearBeforeOf } from '@insatskollen/shared/summary/yearBefore.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicators, value } from '../samples.ts';
import { agreement, window } from './shown.ts';
import { gatheringFor, told } from './world.ts';

const named = (of: ReturnType<typeof yearBeforeOf>) => of && [of.from, of.to];

describe('the window a year before', () => {
  test('is the same one where it is over', () => {
    expect(named(yearBeforeOf(window('2026-Q3'), '2026-10-01'))).toEqual(['2025-Q3', '2025-Q3']);
    expect(named(yearBeforeOf(window('2025'), '2026-11-20'))).toEqual(['2024', '2024']);
    expect(named(yearBeforeOf(window('2025-Q4', '2026-Q1'), '2026-11-20'))).toEqual(['2024-Q4', '2025-Q1']);
  });

  test('holds as many quarters as have ended where it is not over, and is none before the first has', () => {
    expect(named(yearBeforeOf(window('2026'), '2026-11-20'))).toEqual(['2025-Q1', '2025-Q3']);
    expect(named(yearBeforeOf(window('2026-H2'), '2026-11-20'))).toEqual(['2025-Q3', '2025-Q3']);
    expect(yearBeforeOf(window('2026-Q4'), '2026-12-31')).toBeNull();
    expect(yearBeforeOf(window('2026'), '2026-03-31')).toBeNull();
  });

  test('is always a year earlier, and never longer than what has passed', () => {
    const quarters = periodsInside({ start: '2020-01-01', end: '2029-12-31' }, ['quarter']);
    const chosen = fc.tuple(fc.nat(quarters.length - 1), fc.nat(3), fc.nat(900));
    fc.assert(
      fc.property(chosen, ([at, length, later]) => {
        const [first, last] = [quarters[at], quarters[Math.min(at + length, quarters.length - 1)]];
        if (!first || !last) throw new Error('no quarters');
        const day = addDays(first.start, later);
        const before = yearBeforeOf(window(first.id, last.id), day);
        expect(before === null).toBe(first.end >= day);
        if (before === null) return;
        expect(before.start.slice(4)).toBe(first.start.slice(4));
        expect(Number(first.start.slice(0, 4)) - Number(before.start.slice(0, 4))).toBe(1);
        const sameEnd = quarters.find(({ id }) => id === `${Number(before.to.slice(0, 4)) + 1}${before.to.slice(4)}`);
        expect(sameEnd && sameEnd.end < day && sameEnd.end <= last.end).toBe(true);
      }),
    );
  });
});

test('a figure is held against the quarters that have ended, and against nothing where nothing was counted', () => {
  const before = agreement('almi', { id: 'almi-2024', termStart: '2024-01-01', termEnd: '2024-12-31' });
  const world = told([before, agreement('almi')], {
    'almi-2024/2024-Q1': { started: value('10') },
    'almi-2024/2024-Q2': { started: value('20') },
    'almi-2024/2024-Q4': { started: value('400') },
    'almi/2025-Q1': { started: value('12') },
    'almi/2025-Q2': { started: value('24'), tenants: value('3') },
  });
  const year = { start: period('2024').start, end: period('2025').end };
  const gathering = gatheringFor(world, { ...year, from: '2024', to: '2025' });
  const yearBefore = yearBeforeOf(window('2025'), '2025-08-01');
  const shown = figuresIn(gathering, ['area-1'], window('2025'), indicators, { smallCounts: true, yearBefore });
  const of = (id: string) => shown.find((figure) => figure.id === id);
  expect(of('started')).toMatchObject({
    value: '36',
    yearBefore: { from: '2024-Q1', to: '2024-Q2', value: '30', contributions: 2 },
  });
  expect(of('tenants')?.yearBefore).toBeNull();
});

test('what moved is told as an amount, and in percent where there was something', () => {
  expect(movedSince('30', '36')).toEqual({ difference: '6', percent: '20' });
  expect(movedSince('36', '30.5')).toEqual({ difference: '-5.5', percent: '-15' });
  expect(movedSince('0', '4')).toEqual({ difference: '4', percent: null });
});
