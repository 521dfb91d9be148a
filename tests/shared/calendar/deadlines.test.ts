import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '@insatskollen/shared/calendar/days.ts';
import {
  defaultAnswerBy,
  draftOpensAt,
  dueAt,
  reviewLapsesAt,
  submitOpensAt,
} from '@insatskollen/shared/calendar/deadlines.ts';
import { period } from '@insatskollen/shared/calendar/periods.ts';
import { isWorkday } from '@insatskollen/shared/calendar/workdays.ts';
import { always } from '../always.ts';

describe('when a report is due', () => {
  test.each([
    ['2026-Q1', 30, '2026-04-30T23:59:59+02:00', 'an ordinary Thursday'],
    ['2026-Q1', 20, '2026-04-20T23:59:59+02:00', 'an ordinary Monday'],
    ['2026-Q1', 31, '2026-05-04T23:59:59+02:00', '1 May is a holiday, then comes a weekend'],
    ['2026-H1', 30, '2026-07-30T23:59:59+02:00', 'an ordinary Thursday'],
    ['2026-Q3', 25, '2026-10-26T23:59:59+01:00', 'the clock was set back the day before'],
    ['2025', 60, '2026-03-02T23:59:59+01:00', 'a Sunday, so the Monday'],
    ['2025-Q4', 6, '2026-01-07T23:59:59+01:00', 'Epiphany, so the day after'],
    ['2025-Q3', 85, '2025-12-29T23:59:59+01:00', 'Christmas Eve, so after Christmas and the weekend'],
    ['2024-25', 45, '2025-08-14T23:59:59+02:00', 'a school year, an ordinary Thursday'],
  ])('%s with %i days is due %s (%s)', (id, days, due) => {
    expect(dueAt(period(id), days)).toBe(due);
  });

  test('is always a working day, never before the days that were agreed, and at most a week after', () => {
    const periods = fc.constantFrom(
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2025-H2',
      '2026',
      '2025-26',
      '2027-Q1',
    );
    always(
      fc.property(periods, fc.integer({ min: 0, max: 120 }), (id, days) => {
        const agreed = addDays(period(id).end, days);
        const day = dueAt(period(id), days).slice(0, 10);
        expect(isWorkday(day)).toBe(true);
        expect(day >= agreed && day <= addDays(agreed, 7)).toBe(true);
      }),
    );
  });
});

describe('when a report can be written and submitted', () => {
  test('a draft opens with the period’s first day', () => {
    expect(draftOpensAt(period('2026-Q1'))).toBe('2026-01-01T00:00:00+01:00');
    expect(draftOpensAt(period('2026-Q2'))).toBe('2026-04-01T00:00:00+02:00');
  });

  test('submitting opens 14 days before the period’s last day', () => {
    expect(submitOpensAt(period('2026-Q1'), '2026-12-31')).toBe('2026-03-17T00:00:00+01:00');
    expect(submitOpensAt(period('2026-Q2'), '2026-12-31')).toBe('2026-06-16T00:00:00+02:00');
    expect(submitOpensAt(period('2026'), '2027-12-31')).toBe('2026-12-17T00:00:00+01:00');
  });

  test('or 14 days before the term’s last day, where that comes first', () => {
    expect(submitOpensAt(period('2026-Q3'), '2026-08-15')).toBe('2026-08-01T00:00:00+02:00');
    expect(submitOpensAt(period('2026-Q3'), '2026-09-30')).toBe('2026-09-16T00:00:00+02:00');
  });
});

describe('when an answer to a return is due, and when a review lapses', () => {
  test('an answer is due ten working days later, over Easter too', () => {
    expect(defaultAnswerBy(new Date('2026-03-30T10:00:00Z'))).toBe('2026-04-15T23:59:59+02:00');
    expect(defaultAnswerBy(new Date('2026-02-02T10:00:00Z'))).toBe('2026-02-16T23:59:59+01:00');
  });

  test('late in the evening it is already tomorrow in Stockholm', () => {
    expect(defaultAnswerBy(new Date('2026-02-01T23:30:00Z'))).toBe(defaultAnswerBy(new Date('2026-02-02T10:00:00Z')));
  });

  test('a review lapses after five working days', () => {
    expect(reviewLapsesAt(new Date('2026-04-01T08:00:00Z'))).toBe('2026-04-10T23:59:59+02:00');
    expect(reviewLapsesAt(new Date('2026-02-02T08:00:00Z'))).toBe('2026-02-09T23:59:59+01:00');
  });
});
