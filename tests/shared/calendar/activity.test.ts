import { ActivityContentSchema, occurrencesIn, type ActivityContent } from '@insatskollen/shared/calendar/activity.ts';
import { describe, expect, test } from 'vitest';

const activity = (more: Partial<ActivityContent>): ActivityContent =>
  ActivityContentSchema.parse({ title: 'Möte', starts: '2026-03-02', ...more });
const starts = (more: Partial<ActivityContent>, from: string, to: string) =>
  occurrencesIn(activity(more), from, to).map((one) => one.starts);

describe('an activity', () => {
  test('takes place once, every year, or every third', () => {
    expect(starts({}, '2020-01-01', '2040-12-31')).toEqual(['2026-03-02']);
    expect(starts({ everyYears: 1 }, '2027-01-01', '2028-12-31')).toEqual(['2027-03-02', '2028-03-02']);
    expect(starts({ everyYears: 3 }, '2026-01-01', '2033-12-31')).toEqual(['2026-03-02', '2029-03-02', '2032-03-02']);
    expect(starts({ everyYears: 3 }, '2099-01-01', '2102-12-31')).toEqual(['2101-03-02']);
    expect(starts({ everyYears: 1 }, '2020-01-01', '2025-12-31')).toEqual([]);
  });

  test('ends with its last day to begin on, or by being called off', () => {
    expect(starts({ everyYears: 1, until: '2027-12-31' }, '2026-01-01', '2030-12-31')).toEqual([
      '2026-03-02',
      '2027-03-02',
    ]);
    expect(starts({ everyYears: 1, cancelled: true }, '2026-01-01', '2030-12-31')).toEqual([]);
  });

  test('is there on each of its days, also over the turn of a year', () => {
    const long = { starts: '2026-12-20', ends: '2027-01-10', everyYears: 1 };
    expect(occurrencesIn(activity(long), '2028-01-05', '2028-01-05')).toEqual([
      { starts: '2027-12-20', ends: '2028-01-10' },
    ]);
    expect(starts(long, '2028-01-11', '2028-12-19')).toEqual([]);
  });

  test('of 29 February is on the 28th where there is none', () => {
    expect(starts({ starts: '2028-02-29', everyYears: 1 }, '2029-01-01', '2032-12-31')).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  test.each([
    ['8.30', '08:30'],
    ['13.00', '13:00'],
    ['09:15', '09:15'],
    [' ', null],
  ])('reads the time %o', (typed, read) => {
    expect(activity({ time: typed }).time).toBe(read);
  });
});
