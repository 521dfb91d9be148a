import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayHasPassed,
  endOfDay,
  isDay,
  lastDayOfMonth,
  startOfDay,
  stockholmDay,
  stockholmOffsetHours,
  weekday,
} from '@insatskollen/shared/calendar/days.ts';
import { always } from '../always.ts';

/** The clock of Stockholm as the platform knows it, to compare with. */
const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const onTheWall = (instant: Date) => stockholm.format(instant);
const instants = fc.date({
  min: new Date('1997-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const days = instants.map((instant) => instant.toISOString().slice(0, 10));

describe('calendar days', () => {
  test.each([
    ['2026-03-31', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-4-1', false],
    ['20260401', false],
    ['2026-04-01T00:00:00Z', false],
    [' 2026-04-01', false],
    ['', false],
  ])('%j is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  test('can be counted over months, years and leap days', () => {
    expect(addDays('2026-03-31', 30)).toBe('2026-04-30');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    always(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(isDay(addDays(day, count))).toBe(true);
        expect(weekday(addDays(day, count))).toBe((((weekday(day) + count) % 7) + 7) % 7);
      }),
    );
  });

  test('months end on their last day', () => {
    expect([1, 2, 6, 12].map((month) => lastDayOfMonth(2026, month))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-06-30',
      '2026-12-31',
    ]);
    expect(lastDayOfMonth(2028, 2)).toBe('2028-02-29');
  });
});

describe('the time in Stockholm', () => {
  test('is an hour ahead of UTC in winter and two in summer, changing at one o’clock UTC', () => {
    expect(stockholmOffsetHours(new Date('2026-03-29T00:59:59Z'))).toBe(1);
    expect(stockholmOffsetHours(new Date('2026-03-29T01:00:00Z'))).toBe(2);
    expect(stockholmOffsetHours(new Date('2026-10-25T00:59:59Z'))).toBe(2);
    expect(stockholmOffsetHours(new Date('2026-10-25T01:00:00Z'))).toBe(1);
  });

  test('is the day that the clock on the wall shows', () => {
    always(
      fc.property(instants, (instant) => {
        expect(stockholmDay(instant)).toBe(onTheWall(instant).slice(0, 10));
      }),
      500,
    );
    expect(stockholmDay(new Date('2026-03-31T22:30:00Z'))).toBe('2026-04-01');
    expect(stockholmDay(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
    expect(stockholmDay(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });

  test('a day begins and ends when the clock on the wall says so, also when it is changed', () => {
    const changes = fc.constantFrom('2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26');
    always(
      fc.property(fc.oneof(days, changes), (day) => {
        expect(onTheWall(new Date(startOfDay(day)))).toBe(`${day} 00:00:00`);
        expect(onTheWall(new Date(endOfDay(day)))).toBe(`${day} 23:59:59`);
      }),
      500,
    );
  });

  test('a day has passed with its last second', () => {
    expect(endOfDay('2026-04-30')).toBe('2026-04-30T23:59:59+02:00');
    expect(endOfDay('2026-10-30')).toBe('2026-10-30T23:59:59+01:00');
    expect(dayHasPassed('2026-04-30', new Date('2026-04-30T21:59:59Z'))).toBe(false);
    expect(dayHasPassed('2026-04-30', new Date('2026-04-30T22:00:00Z'))).toBe(true);
    expect(dayHasPassed('2026-10-25', new Date('2026-10-25T22:59:59Z'))).toBe(false);
    expect(dayHasPassed('2026-10-25', new Date('2026-10-25T23:00:00Z'))).toBe(true);
  });
});
