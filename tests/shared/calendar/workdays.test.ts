import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '@insatskollen/shared/calendar/days.ts';
import {
  addWorkdays,
  easterSunday,
  isWorkday,
  swedishHolidays,
  workdayFrom,
} from '@insatskollen/shared/calendar/workdays.ts';
import { always } from '../always.ts';

const days = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays('2000-01-01', count));

describe('Swedish holidays', () => {
  test.each([
    ['1954-04-18'],
    ['1981-04-19'],
    ['2008-03-23'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2038-04-25'],
    ['2049-04-18'],
    ['2076-04-19'],
  ])('Easter Sunday falls on %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });

  test('those of 2025', () => {
    expect([...swedishHolidays(2025)].sort()).toEqual([
      '2025-01-01',
      '2025-01-06',
      '2025-04-18',
      '2025-04-20',
      '2025-04-21',
      '2025-05-01',
      '2025-05-29',
      '2025-06-06',
      '2025-06-08',
      '2025-06-20',
      '2025-06-21',
      '2025-11-01',
      '2025-12-24',
      '2025-12-25',
      '2025-12-26',
      '2025-12-31',
    ]);
  });

  test('those of 2026', () => {
    expect([...swedishHolidays(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-19',
      '2026-06-20',
      '2026-10-31',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ]);
  });

  test('Midsummer and All Saints are always Saturdays, Easter always a Sunday from 22 March to 25 April', () => {
    always(
      fc.property(fc.integer({ min: 1950, max: 2150 }), (year) => {
        const saturdays = [...swedishHolidays(year)].filter((day) => weekday(day) === 6);
        expect(saturdays.some((day) => day >= `${year}-06-20` && day <= `${year}-06-26`)).toBe(true);
        expect(saturdays.some((day) => day >= `${year}-10-31` && day <= `${year}-11-06`)).toBe(true);
        const easter = easterSunday(year);
        expect(weekday(easter)).toBe(0);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  test.each([
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-04', false, 'a Saturday'],
    ['2026-04-07', true, 'the Tuesday after Easter'],
    ['2026-06-19', false, 'Midsummer Eve'],
    ['2025-12-24', false, 'Christmas Eve'],
    ['2026-12-30', true, 'the day before New Year’s Eve'],
    ['2026-01-05', true, 'the eve of Epiphany'],
  ])('%s is one: %s (%s)', (day, expected) => {
    expect(isWorkday(day)).toBe(expected);
  });

  test('the next one is found over weekends and holidays', () => {
    expect(workdayFrom('2026-04-02')).toBe('2026-04-02');
    expect(workdayFrom('2026-04-03')).toBe('2026-04-07');
    expect(workdayFrom('2025-12-24')).toBe('2025-12-29');
    expect(workdayFrom('2026-12-31')).toBe('2027-01-04');
  });

  test('ten of them from the day before Easter', () => {
    expect(addWorkdays('2026-04-02', 10)).toBe('2026-04-20');
    expect(addWorkdays('2026-04-02', 0)).toBe('2026-04-02');
    expect(addWorkdays('2026-04-04', 1)).toBe('2026-04-07');
  });

  test('always end on one, and step over only days that are none', () => {
    always(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const reached = addWorkdays(day, count);
        expect(isWorkday(reached)).toBe(true);
        let between = 0;
        for (let step = addDays(day, 1); step <= reached; step = addDays(step, 1)) between += isWorkday(step) ? 1 : 0;
        expect(between).toBe(count);
      }),
    );
  });
});
