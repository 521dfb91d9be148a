import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAddress, difference, put, readAddress, total, type Cells } from '@insatskollen/shared/summary/cells.ts';
import { always } from '../always.ts';

const addresses = fc.constantFrom(
  cellAddress('totals', '2025', 'T#2025-Q1#area-1'),
  cellAddress('totals', '2025', 'M#2025-Q1#area-1'),
  cellAddress('parts', '2025', 'T#2025-Q1#area-1#gender'),
);
const amounts = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, hundredths]) => `${whole}.${String(hundredths).padStart(2, '0')}`);
const cells: fc.Arbitrary<Cells> = fc
  .array(fc.tuple(addresses, fc.constantFrom('v:a', 'n:a', 'v:b'), amounts), { maxLength: 12 })
  .map((puts) => {
    const made: Cells = new Map();
    for (const [at, name, amount] of puts) put(made, at, name, amount);
    return made;
  });
/** What is left when nothing is nothing: numbers that are zero and cells without any. */
const bare = (all: Cells) =>
  [...all]
    .map(
      ([at, numbers]) =>
        [
          at,
          Object.entries(numbers)
            .filter(([, number]) => number !== '0')
            .sort(),
        ] as const,
    )
    .filter(([, numbers]) => numbers.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe('cells', () => {
  test('have an address that can be read back, whatever the sort key holds', () => {
    expect(readAddress(cellAddress('parts', '2025', 'T#2025-Q1#area/1#gender'))).toEqual({
      room: 'parts',
      year: '2025',
      sk: 'T#2025-Q1#area/1#gender',
    });
    expect(readAddress(cellAddress('totals', '2026', 'S#area-1'))).toEqual({
      room: 'totals',
      year: '2026',
      sk: 'S#area-1',
    });
  });

  test('add what is put into them', () => {
    const made: Cells = new Map();
    const at = cellAddress('totals', '2025', 'T#2025-Q1#area-1');
    put(made, at, 'v:a', '0.1');
    put(made, at, 'v:a', '0.2');
    put(made, at, 'n:a', '1');
    expect(made.get(at)).toEqual({ 'v:a': '0.3', 'n:a': '1' });
  });

  test('with the difference added become the others', () => {
    always(
      fc.property(cells, cells, (before, after) => {
        expect(bare(total(before, difference(before, after)))).toEqual(bare(after));
      }),
    );
  });

  test('differ from themselves by nothing, and in what did not change by nothing', () => {
    always(
      fc.property(cells, cells, (before, after) => {
        expect(difference(before, before).size).toBe(0);
        for (const numbers of difference(before, after).values()) expect(Object.values(numbers)).not.toContain('0');
      }),
    );
  });

  test('add up in any order', () => {
    always(
      fc.property(fc.array(cells, { maxLength: 4 }), (many) => {
        expect(bare(total(...many.toReversed()))).toEqual(bare(total(...many)));
      }),
    );
  });
});
