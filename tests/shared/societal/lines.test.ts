import { breaksOf, isBroken, latestOf, linesOf } from '@insatskollen/shared/societal/lines.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../always.ts';

const points = (values: Record<string, string | null>) =>
  Object.entries(values).map(([period, value]) => ({ period, value }));
const years = fc.uniqueArray(fc.integer({ min: 2000, max: 2030 }).map(String), { maxLength: 12 });
const series = fc.record({
  points: years.chain((all) =>
    fc.tuple(
      ...all.map((period) =>
        fc.option(fc.integer({ min: -99, max: 99 }).map(String)).map((value) => ({ period, value })),
      ),
    ),
  ),
  breaks: years,
});

describe('the lines of a series', () => {
  test('a missing year and a break end a line', () => {
    const all = points({ '2020': '1', '2021': '2', '2022': null, '2023': '3', '2024': '4', '2025': '5' });
    expect(linesOf(all, ['2024']).map((line) => line.map(({ period }) => period))).toEqual([
      ['2020', '2021'],
      ['2023'],
      ['2024', '2025'],
    ]);
  });

  test('hold every known value once, and no line passes a break or a gap', () => {
    always(
      fc.property(series, ({ points: all, breaks }) => {
        const lines = linesOf(all, breaks);
        const known = all.filter(({ value }) => value !== null).map(({ period }) => period);
        expect(lines.flat().map(({ period }) => period)).toEqual(known.toSorted());
        for (const line of lines)
          for (const [n, { period }] of line.entries()) {
            const before = line[n - 1]?.period;
            if (before === undefined) continue;
            expect(Number(period)).toBe(Number(before) + 1);
            expect(isBroken(before, period, breaks)).toBe(false);
          }
      }),
    );
  });

  test('a break is of its own series, or of all, and says nothing where its year is not known', () => {
    const breaks = [
      { series: 'a', from: '2024' },
      { series: null, from: '2019' },
      { series: null, from: null },
    ];
    expect(breaksOf('a', breaks)).toEqual(['2024', '2019']);
    expect(breaksOf('b', breaks)).toEqual(['2019']);
  });
});

describe('the latest value', () => {
  test('is told with its change since the year before', () => {
    expect(latestOf(points({ '2025': '7.6', '2024': '8.2' }), [])).toEqual({
      period: '2025',
      value: '7.6',
      change: { by: '-0.6', percent: '-7' },
    });
  });
  test('is compared with nothing across a break, nor across a year without a value', () => {
    expect(latestOf(points({ '2024': '1', '2025': '2' }), ['2025'])?.change).toBe('broken');
    expect(latestOf(points({ '2023': '1', '2024': null, '2025': '2' }), [])?.change).toBe('unknown');
    expect(latestOf(points({ '2025': null }), [])).toBeUndefined();
  });
});
