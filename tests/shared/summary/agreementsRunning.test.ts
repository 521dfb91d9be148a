import { describe, expect, test } from 'vitest';
import { windowOf } from '@insatskollen/shared/calendar/periods.ts';
import { outsideWindow, shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import { total } from '@insatskollen/shared/summary/cells.ts';

const yearly = { frequency: 'yearly', termStart: '2025-02-15', termEnd: '2026-03-31', focusArea: 'area-1' } as const;
const quarterly = { ...yearly, frequency: 'quarterly' } as const;
const outside = (agreements: Parameters<typeof shareOfAgreement>[0][], from: string, to = from) => {
  const window = windowOf(from, to);
  if (!window) throw new Error(`no window from ${from} to ${to}`);
  return outsideWindow([...total(...agreements.map((agreed) => shareOfAgreement(agreed).sums)).values()], window);
};

describe('agreements that run', () => {
  test('are kept in each year of their term, by frequency and by the quarters that they begin and end in', () => {
    expect([...shareOfAgreement(yearly).sums]).toEqual([
      ['totals/2025/A#area-1', { 'g:yearly:2025-03-31:2026-03-31': '1' }],
      ['totals/2026/A#area-1', { 'g:yearly:2025-03-31:2026-03-31': '1' }],
    ]);
  });

  test('are outside a window in which none of their periods fits', () => {
    expect(outside([yearly], '2025-Q1')).toBe(1);
    expect(outside([yearly], '2025-H2')).toBe(1);
    expect(outside([yearly], '2025')).toBe(0);
    expect(outside([quarterly], '2025-Q1')).toBe(0);
  });

  test('are not outside a window in which they do not run', () => {
    expect(outside([yearly], '2024')).toBe(0);
    expect(outside([yearly], '2026-Q2')).toBe(0);
  });

  test('count one each, also when a window reads several of their years', () => {
    expect(outside([yearly, yearly, quarterly], '2025-H2')).toBe(2);
    expect(outside([yearly, yearly], '2025-Q4', '2026-Q1')).toBe(2);
  });
});
