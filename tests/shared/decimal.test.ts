import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimalFault,
  isZero,
  largest,
  multiply,
  parseDecimal,
  percentOf,
  ratioValue,
  roundHalfUp,
  subtract,
  sum,
} from '@insatskollen/shared/decimal.ts';
import { always } from './always.ts';

/** A decimal with up to two decimals, as öre: the oracle for exactness is whole numbers. */
const ore = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
function fromOre(hundredths: bigint): string {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
  return hundredths < 0n ? `-${text}` : text;
}

describe('a number as it is typed', () => {
  test.each([
    ['1 234,5', '1234.5'],
    ['1\u00a0234,5', '1234.5'],
    ['1\u202f234,5', '1234.5'],
    ['1\u2009234,5', '1234.5'],
    ['12\u00a0345\u00a0678', '12345678'],
    ['1234.5', '1234.5'],
    ['1234,50', '1234.5'],
    ['1234', '1234'],
    ['007', '7'],
    ['0', '0'],
    ['0,0', '0'],
    ['-0', '0'],
    ['-0,00', '0'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['−1 234,5', '-1234.5'],
    ['  12 \n', '12'],
    ['999999999999999', '999999999999999'],
    ['1000000000000000000000', '1000000000000000000000'],
    ['0,0000000001', '0.0000000001'],
  ])('%j is read as %s', (typed, value) => {
    expect(parseDecimal(typed)).toBe(value);
  });

  test.each([
    '1.234,5',
    '1,234.5',
    '1.234.567',
    '1e3',
    '1e999',
    'NaN',
    'Infinity',
    '+5',
    '--5',
    '5-',
    ',5',
    '5,',
    '.',
    '',
    '   ',
    '12 34',
    '1234 567',
    '1  234',
    '1 234 5',
    'ca 50',
    '50 %',
    '0x10',
    '½',
    '１２',
    '٣',
    '1\u0000',
    '9'.repeat(61),
  ])('%j cannot be read for certain', (typed) => {
    expect(parseDecimal(typed)).toBeUndefined();
  });

  test('what is read is canonical: read again, it stays the same', () => {
    const digits = fc.stringMatching(/^[0-9]{1,20}$/);
    always(
      fc.property(fc.constantFrom('', '-', '−'), digits, fc.option(digits), (sign, whole, fraction) => {
        const value = parseDecimal(`${sign}${whole}${fraction === null ? '' : `,${fraction}`}`) ?? 'unread';
        expect(value).toMatch(/^(?:0|-?(?:[1-9]\d*|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9]))$/);
        expect(parseDecimal(value)).toBe(value);
      }),
    );
  });

  test('thousands may be parted by any space that a keyboard or a spreadsheet gives', () => {
    always(
      fc.property(
        fc.bigInt({ min: 1000n, max: 10n ** 15n }),
        fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009'),
        (whole, space) => {
          const typed = whole.toString().replace(/\B(?=(?:\d{3})+$)/g, space);
          expect(parseDecimal(typed)).toBe(whole.toString());
        },
      ),
    );
  });
});

describe('sums', () => {
  test('are exact to the last decimal, in any order', () => {
    always(
      fc.property(fc.array(ore, { maxLength: 30 }), (values) => {
        const expected = fromOre(values.reduce((total, value) => total + value, 0n));
        expect(sum(values.map(fromOre))).toBe(expected);
        expect(sum(values.toReversed().map(fromOre))).toBe(expected);
        expect(values.map(fromOre).reduce(add, '0')).toBe(expected);
      }),
    );
  });

  test('what is added and taken away again leaves what was', () => {
    always(
      fc.property(ore, ore, (a, b) => {
        expect(subtract(add(fromOre(a), fromOre(b)), fromOre(b))).toBe(fromOre(a));
      }),
    );
  });

  test('of whole numbers are exact at any length, also where integers of JavaScript end', () => {
    const whole = fc.oneof(
      fc.bigInt({ min: -1000n, max: 1000n }),
      fc.bigInt({ min: 10n ** 15n - 10n, max: 10n ** 15n + 10n }),
      fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
    );
    always(
      fc.property(whole, whole, (a, b) => {
        expect(add(`${a}`, `${b}`)).toBe(`${a + b}`);
        expect(subtract(`${a}`, `${b}`)).toBe(`${a - b}`);
        expect(compare(`${a}`, `${b}`)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('0.1 + 0.2 is 0.3, and nothing summed is 0', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(sum([])).toBe('0');
    expect(subtract('5', '5')).toBe('0');
    expect(subtract('-5', '-5')).toBe('0');
  });

  test('numbers are compared as numbers, not as text', () => {
    always(
      fc.property(ore, ore, (a, b) => {
        expect(Math.sign(compare(fromOre(a), fromOre(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(largest(fromOre(a), fromOre(b))).toBe(fromOre(a > b ? a : b));
      }),
    );
    expect(compare('10', '9')).toBeGreaterThan(0);
    expect(compare('1.5', '1.50')).toBe(0);
    expect(isZero('0.00')).toBe(true);
    expect(isZero('0.01')).toBe(false);
  });
});

describe('ratios and percentages', () => {
  test.each([
    ['12', '40', '100', 0, '30'],
    ['1', '3', '100', 1, '33.3'],
    ['2', '3', '100', 1, '66.7'],
    ['1', '8', '100', 1, '12.5'],
    ['1', '8', '100', 0, '13'],
    ['1', '200', '100', 0, '1'],
    ['-1', '8', '100', 0, '-13'],
    ['-1', '300', '100', 0, '0'],
    ['0', '7', '100', 1, '0'],
    ['7', '7', '1', 2, '1'],
  ])('%s of %s on a scale of %s with %i decimals is %s', (numerator, denominator, scale, decimals, value) => {
    expect(ratioValue(numerator, denominator, scale, decimals)).toBe(value);
  });

  test('a ratio with nothing to divide by has no value', () => {
    expect(ratioValue('0', '0', '100', 1)).toBeUndefined();
    expect(percentOf('5', '0')).toBeUndefined();
  });

  test('rounding goes half up, once, from the exact quotient', () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 12n });
    always(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        positive,
        fc.integer({ min: 0, max: 4 }),
        (n, d, decimals) => {
          const shifted = 100n * 10n ** BigInt(decimals);
          const rounded = (2n * n * shifted + d) / (2n * d);
          const value = ratioValue(n.toString(), d.toString(), '100', decimals) ?? '';
          const [whole = '', fraction = ''] = value.split('.');
          expect(BigInt(whole + fraction.padEnd(decimals, '0'))).toBe(rounded);
        },
      ),
    );
  });

  test('a target is rounded half up too', () => {
    expect(roundHalfUp('85.0', 1)).toBe('85');
    expect(roundHalfUp('49.95', 1)).toBe('50');
    expect(roundHalfUp('0.5', 0)).toBe('1');
    expect(roundHalfUp('-0.4', 0)).toBe('0');
  });
});

describe('what an indicator takes', () => {
  test.each([
    ['999999999999999', 0, undefined],
    ['1000000000000000', 0, 'tooManyDigits'],
    ['999999999999999.99', 2, undefined],
    ['1.5', 0, 'tooManyDecimals'],
    ['1.55', 1, 'tooManyDecimals'],
    ['1.5', 1, undefined],
    ['-5', 0, 'negative'],
    ['0', 0, undefined],
  ])('%s with %i decimals: %s', (value, decimals, fault) => {
    expect(decimalFault(value, { decimals })).toBe(fault);
  });

  test('a number below zero is taken where the indicator says so', () => {
    expect(decimalFault('-5', { decimals: 0, negative: true })).toBeUndefined();
    expect(decimalFault('-1000000000000000', { decimals: 0, negative: true })).toBe('tooManyDigits');
  });
});

describe('against a library of another author', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
    .map(([units, scale]) => new Big(`${units}e-${scale}`));
  const text = (value: Big) => value.toFixed().replace(/^-0$/, '0');

  test('sums, differences, products, order and rounding are the same', () => {
    always(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 6 }), (a, b, decimals) => {
        expect(add(text(a), text(b))).toBe(text(a.plus(b)));
        expect(subtract(text(a), text(b))).toBe(text(a.minus(b)));
        expect(multiply(text(a), text(b))).toBe(text(a.times(b)));
        expect(compare(text(a), text(b))).toBe(a.cmp(b));
        expect(roundHalfUp(text(a), decimals)).toBe(text(a.round(decimals, Big.roundHalfUp)));
      }),
    );
  });

  test('quotients are the same, rounded once', () => {
    always(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 6 }), (a, b, decimals) => {
        const exact = Big();
        exact.DP = decimals;
        exact.RM = Big.roundHalfUp;
        const expected = b.eq(0) ? undefined : text(exact(a.times(100)).div(b));
        expect(ratioValue(text(a), text(b), '100', decimals)).toBe(expected);
      }),
    );
  });

  test.each(['', ' ', '1e3', '0x1f', '1.', '.5', 'NaN', '1,5', '+1'])(
    '%j is not a decimal, and is never taken for one',
    (text) => {
      expect(() => add(text, '0.5')).toThrow(RangeError);
    },
  );
});
