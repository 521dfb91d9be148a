import { expectedReports } from '@insatskollen/shared/agreements/opening.ts';
import { replan } from '@insatskollen/shared/agreements/replan.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { describe, expect, test } from 'vitest';
import { terms } from '../samples.ts';

const place = { chain: 'almi-2026', order: 0 };
const now = (...begun: string[]): Head[] =>
  expectedReports(terms(), place).map((head) =>
    begun.includes(head.period) ? { ...head, state: 'approved', version: 1, eventCount: 3 } : head,
  );
const versions = (heads: readonly Head[]) =>
  heads.map(({ period, agreementVersion }) => `${period} ${agreementVersion}`);
const periods = (heads: readonly Head[]) => heads.map(({ period }) => period);

describe('an agreement that is changed', () => {
  const longer = terms({ version: 2, dueDays: 45, termEnd: '2027-03-31' });

  test('leaves what is begun as it was agreed, and takes the rest along', () => {
    const { heads, added, changed, removed, faults } = replan(now('2026-Q1'), longer, place, null);
    expect(versions(heads)).toEqual(['2026-Q1 1', '2026-Q2 2', '2026-Q3 2', '2026-Q4 2', '2027-Q1 2']);
    expect(periods(added)).toEqual(['2027-Q1']);
    expect(changed.map(({ before, after }) => [before.revision, after.revision])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect([removed, faults]).toEqual([[], []]);
  });

  test('takes effect from the period that is said', () => {
    const { heads } = replan(now(), longer, place, '2026-07-01');
    expect(versions(heads)).toEqual(['2026-Q1 1', '2026-Q2 1', '2026-Q3 2', '2026-Q4 2', '2027-Q1 2']);
  });

  test('takes along a report that was given more time and is not begun, with its time and its history', () => {
    const until = '2026-09-30T23:59:59+02:00';
    const given = { of: 'dueAt' as const, from: '2026-04-30T23:59:59+02:00', until, reason: 'Sjuk.' };
    const extension = { ...given, at: '2026-04-20T08:00:00.000Z', personId: 'c1' };
    const heads = now().map((head) =>
      head.period === '2026-Q1' ? { ...head, dueAt: until, extension, eventCount: 1, eventHash: 'h' } : head,
    );
    const [first] = replan(heads, longer, place, null).heads;
    expect(first).toMatchObject({ agreementVersion: 2, dueAt: until, extension, eventCount: 1, eventHash: 'h' });
    const shorter = terms({ version: 2, termStart: '2026-04-01' });
    expect(replan(heads, shorter, place, null).faults).toEqual([{ path: 'termEnd', code: 'wouldOrphan' }]);
  });

  test('lets go of reports that nobody began, and refuses to orphan one', () => {
    const shorter = terms({ version: 2, termEnd: '2026-06-30' });
    expect(periods(replan(now('2026-Q1'), shorter, place, null).removed)).toEqual(['2026-Q3', '2026-Q4']);
    expect(replan(now('2026-Q4'), shorter, place, null).faults).toEqual([{ path: 'termEnd', code: 'wouldOrphan' }]);
  });

  test('can be reported at another rate from a period on, but never twice for the same days', () => {
    const halves = terms({ version: 2, frequency: 'half-yearly' });
    const from = replan(now('2026-Q1', '2026-Q2'), halves, place, '2026-07-01');
    expect(versions(from.heads)).toEqual(['2026-Q1 1', '2026-Q2 1', '2026-H2 2']);
    expect(periods(from.removed)).toEqual(['2026-Q3', '2026-Q4']);
    expect(from.faults).toEqual([]);
    const all = replan(now('2026-Q1'), halves, place, null);
    expect(all.faults.map(({ code }) => code)).toEqual(['wouldDouble', 'wouldOrphan']);
  });
});
