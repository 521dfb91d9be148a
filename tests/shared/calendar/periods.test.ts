import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '@insatskollen/shared/calendar/days.ts';
import {
  fitsIn,
  frequencies,
  isInside,
  isOutsideWindows,
  parsePeriod,
  period,
  periodBefore,
  periodsInside,
  periodsOfTerm,
  quarterEnds,
  windowOf,
  yearsOf,
  type Period,
  type Window,
} from '@insatskollen/shared/calendar/periods.ts';
import { always } from '../always.ts';

const ids = (periods: Period[]) => periods.map((p) => p.id);
const window = (from: string, to = from): Window => {
  const made = windowOf(from, to);
  if (!made) throw new Error(`no window from ${from} to ${to}`);
  return made;
};

const years = fc.integer({ min: 2020, max: 2034 });
const quarter = fc.tuple(years, fc.integer({ min: 1, max: 4 })).map(([year, n]) => `${year}-Q${n}`);
const half = fc.tuple(years, fc.integer({ min: 1, max: 2 })).map(([year, n]) => `${year}-H${n}`);
const year = years.map(String);
const schoolYear = years.map((first) => `${first}-${String((first + 1) % 100).padStart(2, '0')}`);
const anyPeriod = fc.oneof(quarter, half, year, schoolYear);
const windows = fc
  .tuple(anyPeriod, anyPeriod)
  .map(([from, to]) => windowOf(from, to))
  .filter((made) => made !== undefined);

describe('a period', () => {
  test.each([
    ['2025-Q1', 'quarter', '2025-01-01', '2025-03-31'],
    ['2025-Q2', 'quarter', '2025-04-01', '2025-06-30'],
    ['2025-Q3', 'quarter', '2025-07-01', '2025-09-30'],
    ['2025-Q4', 'quarter', '2025-10-01', '2025-12-31'],
    ['2025-H1', 'half', '2025-01-01', '2025-06-30'],
    ['2025-H2', 'half', '2025-07-01', '2025-12-31'],
    ['2025', 'year', '2025-01-01', '2025-12-31'],
    ['2025-26', 'schoolYear', '2025-07-01', '2026-06-30'],
    ['1999-00', 'schoolYear', '1999-07-01', '2000-06-30'],
  ])('%s is a %s from %s to %s', (id, kind, start, end) => {
    expect(parsePeriod(id)).toEqual({ id, kind, start, end });
  });

  test.each([
    '2025-Q5',
    '2025-Q0',
    '2025-H3',
    '2025-27',
    '2025-25',
    '25-Q1',
    '2025-q1',
    '2025Q1',
    '2025-Q1 ',
    '2025-01',
    '',
    'final',
    'after-2027',
    '3025',
  ])('%j is none', (id) => {
    expect(parsePeriod(id)).toBeUndefined();
    expect(() => period(id)).toThrow('not a period');
  });

  test('final and post-closure reports stand outside every window', () => {
    expect(isOutsideWindows('final')).toBe(true);
    expect(isOutsideWindows('after-2027')).toBe(true);
    expect(isOutsideWindows('2025-Q1')).toBe(false);
    expect(isOutsideWindows('after-27')).toBe(false);
  });
});

describe('the periods of a term', () => {
  test.each([
    ['quarterly', '2025-01-01', '2025-12-31', ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']],
    ['quarterly', '2026-01-01', '2026-08-15', ['2026-Q1', '2026-Q2', '2026-Q3']],
    ['quarterly', '2025-12-31', '2026-01-01', ['2025-Q4', '2026-Q1']],
    ['half-yearly', '2025-01-01', '2025-12-31', ['2025-H1', '2025-H2']],
    ['yearly', '2025-03-01', '2027-02-28', ['2025', '2026', '2027']],
    ['school-yearly', '2025-07-01', '2026-06-30', ['2025-26']],
    ['school-yearly', '2025-01-01', '2025-12-31', ['2024-25', '2025-26']],
  ] as const)('%s from %s to %s', (frequency, start, end, expected) => {
    expect(ids(periodsOfTerm(frequency, start, end))).toEqual(expected);
  });

  test('always cover the whole term without a gap or an overlap, in order', () => {
    const term = fc
      .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 2000 }))
      .map(([from, length]) => {
        const start = addDays('2022-01-01', from);
        return { start, end: addDays(start, length) };
      });
    always(
      fc.property(fc.constantFrom(...frequencies), term, (frequency, { start, end }) => {
        const periods = periodsOfTerm(frequency, start, end);
        expect(periods[0]?.start.localeCompare(start)).toBeLessThanOrEqual(0);
        expect(periods.at(-1)?.end.localeCompare(end)).toBeGreaterThanOrEqual(0);
        for (const [index, p] of periods.entries()) {
          expect(p.end >= start && p.start <= end).toBe(true);
          const next = periods[index + 1];
          if (next) expect(next.start).toBe(addDays(p.end, 1));
        }
      }),
    );
  });
});

describe('a window', () => {
  test('runs from the first day of one period to the last of another', () => {
    expect(windowOf('2025-Q1', '2025-Q4')).toEqual({
      from: '2025-Q1',
      to: '2025-Q4',
      start: '2025-01-01',
      end: '2025-12-31',
    });
    expect(windowOf('2025-H1', '2025-H1')).toEqual({
      from: '2025-H1',
      to: '2025-H1',
      start: '2025-01-01',
      end: '2025-06-30',
    });
    expect(windowOf('2024-25', '2025')).toEqual({
      from: '2024-25',
      to: '2025',
      start: '2024-07-01',
      end: '2025-12-31',
    });
  });

  test('cannot be reversed, nor end in what is no period', () => {
    expect(windowOf('2025-Q2', '2025-Q1')).toBeUndefined();
    expect(windowOf('2026', '2025')).toBeUndefined();
    expect(windowOf('2025', '2025-Q1')).toBeUndefined();
    expect(windowOf('2025-Q2', '2025-H1')).toBeUndefined();
    expect(windowOf('final', 'final')).toBeUndefined();
    expect(windowOf('2025-Q1', '2025-Q5')).toBeUndefined();
  });

  test('always holds both of the periods that it is named by', () => {
    always(
      fc.property(anyPeriod, anyPeriod, (from, to) => {
        const made = windowOf(from, to);
        if (!made) return;
        for (const id of [from, to]) expect(period(id).start >= made.start && period(id).end <= made.end).toBe(true);
      }),
      500,
    );
  });

  test('takes the native periods inside it: quarters, halves and years that it holds whole', () => {
    expect(ids(periodsInside(window('2025-H1')))).toEqual(
      ['2024-25', '2025-Q1', '2025-H1', '2025-Q2'].sort(byEndThenStart),
    );
    expect(ids(periodsInside(window('2025-Q1', '2025-Q3')))).toEqual([
      '2025-Q1',
      '2024-25',
      '2025-H1',
      '2025-Q2',
      '2025-Q3',
    ]);
    expect(ids(periodsInside(window('2025-Q2')))).toEqual(['2024-25', '2025-Q2']);
    expect(ids(periodsInside(window('2025'), ['half', 'year']))).toEqual(['2025-H1', '2025', '2025-H2']);
  });

  test('takes a school year where its last day lies', () => {
    const school = period('2024-25');
    expect(isInside(school, window('2025-H1'))).toBe(true);
    expect(isInside(school, window('2025'))).toBe(true);
    expect(isInside(school, window('2025-Q2'))).toBe(true);
    expect(isInside(school, window('2025-H2'))).toBe(false);
    expect(isInside(school, window('2024'))).toBe(false);
    expect(isInside(school, window('2024-25'))).toBe(true);
  });

  test('parted in two, every native period that it took is in exactly one part, or spans the cut', () => {
    always(
      fc.property(windows, (whole) => {
        const cuts = quarterEnds(whole.start, whole.end).slice(0, -1);
        for (const cut of cuts) {
          const first = { start: whole.start, end: cut };
          const second = { start: addDays(cut, 1), end: whole.end };
          for (const p of periodsInside(whole)) {
            const times = Number(isInside(p, first)) + Number(isInside(p, second));
            const spans = p.start <= cut && p.end > cut && p.kind !== 'schoolYear';
            expect([p.id, cut, times]).toEqual([p.id, cut, spans ? 0 : 1]);
          }
        }
      }),
      100,
    );
  });

  test('takes of each kind exactly the days of its union: quarters of a window of years fill it', () => {
    always(
      fc.property(years, fc.integer({ min: 0, max: 3 }), (first, more) => {
        const whole = window(String(first), String(first + more));
        for (const kind of ['quarter', 'half', 'year'] as const) {
          const inside = periodsInside(whole, [kind]);
          expect(inside[0]?.start).toBe(whole.start);
          expect(inside.at(-1)?.end).toBe(whole.end);
          for (const [index, p] of inside.entries())
            expect(inside[index + 1]?.start ?? addDays(whole.end, 1)).toBe(addDays(p.end, 1));
        }
        expect(periodsInside(whole, ['schoolYear'])).toHaveLength(more + 1);
      }),
    );
  });

  test('is read from the years in which the periods that it takes end', () => {
    expect(yearsOf(window('2025-Q1'))).toEqual(['2025']);
    expect(yearsOf(window('2024-25', '2026-Q1'))).toEqual(['2024', '2025', '2026']);
    always(
      fc.property(windows, (whole) => {
        const read = yearsOf(whole);
        for (const p of periodsInside(whole)) expect(read).toContain(p.end.slice(0, 4));
      }),
    );
  });
});

describe('an agreement and a window', () => {
  test.each([
    ['quarterly', '2025-Q1', true],
    ['half-yearly', '2025-Q1', false],
    ['half-yearly', '2025-H1', true],
    ['yearly', '2025-H1', false],
    ['yearly', '2025', true],
    ['school-yearly', '2025', true],
    ['school-yearly', '2025-H2', false],
  ] as const)('an agreement that reports %s through 2025 fits in %s: %s', (frequency, id, expected) => {
    expect(fitsIn(frequency, '2025-01-01', '2025-12-31', window(id))).toBe(expected);
  });

  test('one that has ended, or not begun, does not fit', () => {
    expect(fitsIn('quarterly', '2024-01-01', '2024-12-31', window('2025'))).toBe(false);
    expect(fitsIn('quarterly', '2026-01-01', '2026-12-31', window('2025'))).toBe(false);
  });
});

describe('quarters’ last days', () => {
  test('from the quarter that holds one day to the one that holds another', () => {
    expect(quarterEnds('2025-02-15', '2025-09-30')).toEqual(['2025-03-31', '2025-06-30', '2025-09-30']);
    expect(quarterEnds('2025-03-31', '2025-03-31')).toEqual(['2025-03-31']);
    expect(quarterEnds('2025-12-31', '2026-01-01')).toEqual(['2025-12-31', '2026-03-31']);
    expect(quarterEnds('2026-01-01', '2022-01-01')).toEqual([]);
  });
});

function byEndThenStart(a: string, b: string): number {
  const [one, other] = [period(a), period(b)];
  return one.end.localeCompare(other.end) || one.start.localeCompare(other.start);
}

test('the period before is the same kind, and ends the day before', () => {
  expect(['2026', '2026-H1', '2026-Q1', '2026-Q3', '2025-26'].map(periodBefore)).toEqual([
    '2025',
    '2025-H2',
    '2025-Q4',
    '2026-Q2',
    '2024-25',
  ]);
});
