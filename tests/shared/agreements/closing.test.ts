import { checkClosing, closingReports } from '@insatskollen/shared/agreements/closing.ts';
import { expectedReports, stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import { replan } from '@insatskollen/shared/agreements/replan.ts';
import { addDays } from '@insatskollen/shared/calendar/days.ts';
import { frequencies, isOutsideWindows, windowOf } from '@insatskollen/shared/calendar/periods.ts';
import { countsIn, shareOfHead, shareOfVersion } from '@insatskollen/shared/summary/share.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../always.ts';
import { byId, indicator, indicators, terms, value } from '../samples.ts';

const place = { chain: 'almi-2026', order: 0 };
const asks = (closing: { final?: boolean; after?: string[] }) =>
  terms({ closing: { final: false, after: [], ...closing } });
const faults = (after: string[]) => checkClosing(asks({ after })).map(({ path, code }) => `${path}: ${code}`);

describe('reports at and after the end of an agreement', () => {
  test('are written when there is something to say, and due as the others', () => {
    const reports = expectedReports(asks({ final: true, after: ['2028', '2027'] }), place);
    expect(
      reports
        .filter(({ period }) => isOutsideWindows(period))
        .map(({ period, periodStart, periodEnd, termEnd, dueAt }) => [
          period,
          periodStart,
          periodEnd,
          termEnd,
          dueAt.slice(0, 10),
        ]),
    ).toEqual([
      ['final', '2026-12-01', '2026-12-31', '2026-12-31', '2027-02-01'],
      ['after-2027', '2027-01-01', '2027-12-31', '2027-12-31', '2028-01-31'],
      ['after-2028', '2028-01-01', '2028-12-31', '2028-12-31', '2029-01-30'],
    ]);
  });

  test('a short term’s final report can be written from its first day', () => {
    const [final] = closingReports({ ...asks({ final: true }), termStart: '2026-12-20' });
    expect(final?.start).toBe('2026-12-20');
  });

  test.each([
    ['27', 'notAYear'],
    ['2026', 'notAfter'],
    ['2037', 'notAfter'],
  ])('%s is refused as %s', (year, code) => {
    expect(faults([year])).toEqual([`closing.after.0: ${code}`]);
  });
  test('a year is asked about once', () => {
    expect(faults(['2027', '2036', '2027'])).toEqual(['closing.after.2: twice']);
  });

  test('can be asked for while others are begun, and not taken away once they are', () => {
    const begun = expectedReports(asks({}), place).map((head, n) => (n === 3 ? { ...head, hasDraft: true } : head));
    const asked = replan(begun, asks({ final: true }), place, null);
    expect([asked.faults, asked.added.map(({ period }) => period)]).toEqual([[], ['final']]);
    const written = asked.heads.map((head) => (head.period === 'final' ? { ...head, hasDraft: true } : head));
    expect(replan(written, asks({}), place, null).faults).toEqual([{ path: 'closing', code: 'wouldOrphan' }]);
  });
});

const anyTerms = fc
  .record({
    starts: fc.integer({ min: 0, max: 900 }),
    runs: fc.integer({ min: 0, max: 1_100 }),
    frequency: fc.constantFrom(...frequencies),
    later: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 3 }),
  })
  .map(({ starts, runs, frequency, later }) => {
    const termStart = addDays('2025-01-01', starts);
    const termEnd = addDays(termStart, runs);
    const after = later.map((years) => String(Number(termEnd.slice(0, 4)) + years));
    return terms({ termStart, termEnd, frequency, closing: { final: true, after } });
  });
const anyWindow = fc
  .tuple(fc.integer({ min: 2024, max: 2040 }), fc.constantFrom('', '-Q1', '-Q4', '-H1', '-H2'))
  .map(([year, part]) => windowOf(`${year}${part}`, `${year}${part}`));

test('no window ever takes them, whatever is agreed and answered', () => {
  const library = byId([...indicators, indicator('started', 'flow')]);
  const answers = Object.fromEntries(indicators.map(({ id }) => [id, value('7')]));
  always(
    fc.property(anyTerms, anyWindow, (agreed, window) => {
      const heads = expectedReports(agreed, place).filter(({ period }) => isOutsideWindows(period));
      expect(heads.length).toBe(1 + (agreed.closing?.after.length ?? 0));
      expect(stockTargets(heads, library)).toEqual([]);
      for (const head of heads) {
        expect(window && countsIn(head.period, window)).toBe(false);
        expect(shareOfHead(head, library).sums.size).toBe(0);
        expect(shareOfVersion(head, answers, library).sums.size).toBe(0);
      }
    }),
  );
});
