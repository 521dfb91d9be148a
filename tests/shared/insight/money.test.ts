import { addDays } from '@insatskollen/shared/calendar/days.ts';
import { windowOf } from '@insatskollen/shared/calendar/periods.ts';
import { compare, subtract } from '@insatskollen/shared/decimal.ts';
import { cautions, moneyIn, ownForEach } from '@insatskollen/shared/insight/money.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const window = (from: string, to = from) => {
  const made = windowOf(from, to);
  if (!made) throw new Error('no window');
  return made;
};
const paid = { termStart: '2025-07-01', termEnd: '2027-06-30', financing: { own: '730000', eu: '365000' } };

test('an agreement’s money is spread over the days of its term, by source, with what the region’s own brought in', () => {
  expect(moneyIn([paid], window('2026'))).toEqual({
    sources: [
      { source: 'own', amount: '365000' },
      { source: 'eu', amount: '182500' },
    ],
    own: '365000',
    external: '182500',
    total: '547500',
    leverage: '0.5',
  });
  expect(moneyIn([paid], window('2025')).own).toBe('184000');
  expect(moneyIn([paid, paid], window('2028')).total).toBe('0');
});

test('all years together are always the whole, but for a krona of rounding each', () => {
  const start = fc.nat(700).map((n) => addDays('2024-02-01', n));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 1000 }), fc.nat(9_999_999), (termStart, length, amount) => {
      const one = { termStart, termEnd: addDays(termStart, length), financing: { own: String(amount) } };
      const years = ['2024', '2025', '2026', '2027', '2028'].map((year) => Number(moneyIn([one], window(year)).own));
      const off = subtract(String(years.reduce((all, year) => all + year, 0)), String(amount));
      expect(compare(off, '4') <= 0 && compare(off, '-4') >= 0).toBe(true);
    }),
  );
});

test('money for each result is told of things done and counted, and of nothing else', () => {
  const unit = { sv: 'företag', en: 'firms' };
  expect(ownForEach({ kind: 'flow', unit }, { own: '100000', value: '40' })).toBe('2500');
  expect(ownForEach({ kind: 'flow', unit: { sv: 'kr', en: 'SEK' } }, { own: '100000', value: '40' })).toBeUndefined();
  for (const kind of ['stock', 'ratio', 'unique', 'text'] as const)
    expect(ownForEach({ kind, unit }, { own: '100000', value: '40' })).toBeUndefined();
  for (const value of ['0', null]) expect(ownForEach({ kind: 'flow', unit }, { own: '1', value })).toBeUndefined();
  expect(ownForEach({ kind: 'flow', unit }, { own: '0', value: '4' })).toBeUndefined();
});

test('it is warned where reports are missing, and where the same money gives other results too', () => {
  expect(cautions({ expected: 4, approved: 4, indicators: 1 })).toEqual([]);
  expect(cautions({ expected: 4, approved: 3, indicators: 1 })).toEqual(['incomplete']);
  expect(cautions({ expected: 4, approved: 3, indicators: 2 })).toEqual(['incomplete', 'shared']);
});
