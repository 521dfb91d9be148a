import { addDays, endOfDay } from '@insatskollen/shared/calendar/days.ts';
import { daysFrom } from '@insatskollen/shared/calendar/inWords.ts';
import { digestOf, type Told } from '@insatskollen/shared/notices/digest.ts';
import { usualPreferences, type Preferences } from '@insatskollen/shared/notices/preferences.ts';
import { endingSoon, isReminderDay, reminderDays } from '@insatskollen/shared/notices/reminders.ts';
import { reportStates } from '@insatskollen/shared/reports/head.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../always.ts';

const report = (more: Partial<Told> = {}): Told => ({
  agreementId: 'almi-2026',
  period: '2026-Q3',
  actorId: 'almi',
  initiativeId: 'bas',
  state: 'notStarted',
  dueAt: '2026-10-30T23:59:59+01:00',
  answerBy: null,
  reopenRequest: null,
  ...more,
});
const day = '2026-10-30';
const telling = { preferences: usualPreferences, own: [report()], notices: [], commented: [], endings: [] };

describe('a report that is awaited', () => {
  test('is reminded of 14 and 3 days before, on the day, 3 days late, and then every week', () => {
    expect(reminderDays(report(), '2026-10-01', '2026-11-25')).toEqual([
      '2026-10-16',
      '2026-10-27',
      '2026-10-30',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ]);
  });

  test('is reminded of by the day to answer by once it is sent back', () => {
    const returned = report({ state: 'returned', answerBy: '2026-12-04T23:59:59+01:00' });
    expect(reminderDays(returned, '2026-11-19', '2026-12-20')).toEqual([
      '2026-12-01',
      '2026-12-04',
      '2026-12-07',
      '2026-12-14',
    ]);
  });

  test.each(['submitted', 'approved'] as const)('is not reminded of once it is %s', (state) => {
    expect(reminderDays(report({ state }), '2026-01-01', '2027-12-31')).toEqual([]);
  });

  test('is reminded of again when it was recalled', () => {
    expect(isReminderDay(report({ state: 'draft' }), day)).toBe(true);
  });
});

/** Any days on which the job ran, in order: the machine may have been away on some. */
const runs = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 })
  .map((steps) => steps.reduce<string[]>((days, step) => [...days, addDays(days.at(-1) ?? '', step)], ['2026-10-01']));
const preferences = fc.record<Preferences>({
  language: fc.constantFrom('sv', 'en'),
  rhythm: fc.constantFrom('daily', 'weekly'),
  off: fc.constant([]),
});

describe('whatever day the report is submitted, and whatever days the job ran', () => {
  test('nobody is reminded after it', () => {
    always(
      fc.property(
        runs,
        preferences,
        fc.constantFrom(...reportStates),
        fc.nat({ max: 80 }),
        (days, chosen, state, n) => {
          const submittedOn = addDays('2026-10-01', n);
          for (const [at, today] of days.entries()) {
            const since = days[at - 1];
            if (since === undefined) continue;
            const now = today >= submittedOn ? report({ state: 'submitted' }) : report({ state });
            const digest = digestOf({ ...telling, preferences: chosen, own: [now], since, day: today });
            if (now.state === 'submitted' || now.state === 'approved') expect(digest).toBeUndefined();
          }
        },
      ),
    );
  });

  test('who is told daily misses no reminder and gets none twice', () => {
    always(
      fc.property(runs, (days) => {
        const told = days.flatMap((today, at) => {
          const since = days[at - 1];
          return since === undefined ? [] : reminderDays(report(), since, today);
        });
        expect(told).toEqual(reminderDays(report(), days[0] ?? '', days.at(-1) ?? ''));
      }),
    );
  });

  test('who is told weekly hears of every day to come before it is there', () => {
    always(
      fc.property(fc.integer({ min: 0, max: 400 }), (n) => {
        const due = addDays('2026-10-30', n);
        const own = [report({ dueAt: endOfDay(due) })];
        const weekly: Preferences = { ...usualPreferences, rhythm: 'weekly' };
        const told = Array.from({ length: 21 }, (_, back) => addDays(due, -20 + back)).filter((today) =>
          digestOf({ ...telling, own, preferences: weekly, since: addDays(today, -1), day: today }),
        );
        expect(told.length).toBeGreaterThanOrEqual(2);
        expect(told.at(-1)).toBe(due);
        expect(told.slice(0, -1).every((one) => new Date(one).getUTCDay() === 1)).toBe(true);
      }),
    );
  });
});

describe('an agreement that ends', () => {
  const agreement = { termEnd: '2026-12-31', hasSuccessor: false };
  test('is told of 180, 90 and 30 days before, once each', () => {
    const told = Array.from({ length: 200 }, (_, n) => addDays('2026-06-20', n)).filter((today) =>
      endingSoon(agreement, addDays(today, -1), today),
    );
    expect(told.map((one) => daysFrom(one, agreement.termEnd))).toEqual([180, 90, 30]);
  });

  test('is told of also when the job was away on the very day, as it then is', () => {
    expect(endingSoon(agreement, '2026-11-30', '2026-12-05')).toEqual({ daysLeft: 26 });
    expect(endingSoon(agreement, '2026-12-01', '2026-12-05')).toBeUndefined();
  });

  test('is not told of when another follows it, or when it has ended', () => {
    expect(endingSoon({ ...agreement, hasSuccessor: true }, '2026-11-30', '2026-12-01')).toBeUndefined();
    expect(endingSoon(agreement, '2026-11-30', '2027-01-01')).toBeUndefined();
  });
});
