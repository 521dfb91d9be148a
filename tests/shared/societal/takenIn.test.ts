import { foundOf } from '@insatskollen/shared/societal/ended.ts';
import { quotientsOf } from '@insatskollen/shared/societal/quotients.ts';
import { cellKey, genders, takenIn, type SocietalValue } from '@insatskollen/shared/societal/value.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../always.ts';

const besides = {
  source: 'Kolada',
  sourceDate: null,
  how: 'fetched',
  at: '2026-03-01T08:00:00.000Z',
  synthetic: false,
} as const;
const value = fc.record({
  series: fc.constantFrom('a', 'b'),
  geography: fc.constantFrom('00', '04'),
  period: fc.constantFrom('2024', '2025'),
  gender: fc.constantFrom(...genders),
  value: fc.option(fc.constantFrom('1', '2', '2.5')),
});
const values = fc.array(
  value.map((one): SocietalValue => ({ ...one, ...besides })),
  { maxLength: 20 },
);
const numbers = (all: readonly SocietalValue[]) =>
  new Map(all.toSorted((a, b) => cellKey(a).localeCompare(cellKey(b))).map((one) => [cellKey(one), one.value]));

describe('values that come in', () => {
  test('twice change nothing the second time', () => {
    always(
      fc.property(values, values, (before, incoming) => {
        const { after } = takenIn(takenIn([], before).after, incoming);
        expect(takenIn(after, incoming)).toEqual({ after, news: [] });
      }),
    );
  });
  test('are the news, and everything else stays as it was', () => {
    always(
      fc.property(values, values, (before, incoming) => {
        const known = takenIn([], before).after;
        const { after, news } = takenIn(known, incoming);
        const told = new Set(news.map(cellKey));
        expect(numbers(after.filter((one) => !told.has(cellKey(one))))).toEqual(
          numbers(known.filter((one) => !told.has(cellKey(one)))),
        );
        for (const one of incoming) {
          const last = incoming.findLast((other) => cellKey(other) === cellKey(one));
          expect(numbers(after).get(cellKey(one)) ?? null).toBe(last?.value);
        }
      }),
    );
  });
  test('as another way to write the same number are no news', () => {
    const [one] = takenIn(
      [],
      [{ series: 'a', geography: '04', period: '2025', gender: 'total', value: '2.5', ...besides }],
    ).after;
    expect(one && takenIn([one], [{ ...one, value: '2.50', at: 'later' }]).news).toEqual([]);
  });
});

test('a series is late when three years have passed, and gone when its source has nothing', () => {
  expect([foundOf('2023', 2026), foundOf('2022', 2026), foundOf(undefined, 2026)]).toEqual(['current', 'late', 'gone']);
});

test('a quotient is worked out where both parts are known, and exactly', () => {
  const cell = { geography: '04', period: '2025', gender: 'total' as const };
  const source = { type: 'quotient', numerator: 'n', denominator: 'd', scale: '1000000', decimals: 0 } as const;
  const series = { id: 'kvot', name: { sv: 'Kvot', en: 'Quotient' }, source, until: null, replacedBy: null };
  const parts = [
    { ...cell, series: 'n', value: '50123.4' },
    { ...cell, series: 'd', value: '130000' },
    { ...cell, period: '2024', series: 'n', value: '1' },
    { ...cell, period: '2023', series: 'n', value: '1' },
    { ...cell, period: '2023', series: 'd', value: '0' },
  ];
  expect(quotientsOf(series, parts)).toEqual([{ ...cell, series: 'kvot', value: '385565' }]);
});
