import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Typed } from '@insatskollen/web/src/lib/report/fields.ts';
import { answerFields, typedOfEntry } from '@insatskollen/web/src/lib/report/fields.ts';
import { readEntry } from '@insatskollen/web/src/lib/report/readEntry.ts';
import { wordsFor } from '@insatskollen/web/src/lib/report/entryFaults.ts';
import { amount, form, milestone, sessions, share } from './house.ts';

const codes = (typed: Typed, asked = sessions) => readEntry(typed, asked).faults.map(({ code }) => code);

describe('a number field', () => {
  test('that is empty is no answer, and never zero', () => {
    expect(readEntry({ kind: 'answer', value: ' ' }, sessions)).toEqual({ entry: null, faults: [] });
    expect(readEntry({ kind: 'answer', value: '0' }, sessions).entry).toEqual({ kind: 'value', value: '0' });
  });

  test('takes what people type in Swedish', () => {
    expect(readEntry({ kind: 'answer', value: '1 234,50' }, amount).entry).toEqual({ kind: 'value', value: '1234.5' });
  });

  test('keeps what it cannot read exactly as it was typed', () => {
    const { entry, faults } = readEntry({ kind: 'answer', value: 'ca 50', comment: 'Ungefär.' }, sessions);
    expect(entry).toEqual({ kind: 'unparsed', raw: { value: 'ca 50' }, comment: 'Ungefär.' });
    expect(faults).toEqual([{ field: 'value', code: 'notANumber' }]);
  });

  test.each([
    ['1e999', 'notANumber'],
    ['NaN', 'notANumber'],
    ['1.234,5', 'notANumber'],
    ['-5', 'negative'],
    ['12,5', 'tooManyDecimals'],
    ['1234567890123456', 'tooManyDigits'],
  ])('does not take %s', (value, code) => {
    expect(codes({ kind: 'answer', value })).toEqual([code]);
  });

  test('with a number beside Ej aktuellt is an error that names both', () => {
    const typed = { kind: 'notApplicable', value: '12' };
    const { entry, faults } = readEntry(typed, sessions);
    expect(entry).toEqual({ kind: 'unparsed', raw: typed });
    const [fault] = faults;
    expect(fault && wordsFor(fault, typed, sessions, 'sv')).toBe(
      'Du har både skrivit 12 och valt Ej aktuellt. Ta bort det ena.',
    );
  });

  test('that is not known yet says when it will be', () => {
    expect(codes({ kind: 'notYetKnown' })).toEqual(['promiseMissing']);
    expect(codes({ kind: 'notYetKnown', promisedBy: '2026-02-30' })).toEqual(['notADate']);
    expect(readEntry({ kind: 'notYetKnown', promisedBy: '2026-04-30' }, sessions).entry).toEqual({
      kind: 'notYetKnown',
      promisedBy: '2026-04-30',
    });
  });

  test('with only a day or only a comment is not an answer, and loses neither', () => {
    expect(codes({ kind: 'answer', promisedBy: '2026-04-30' })).toEqual(['dateWithoutChoice']);
    expect(readEntry({ kind: 'answer', comment: 'Kommer.' }, sessions)).toEqual({
      entry: { kind: 'unparsed', raw: {}, comment: 'Kommer.' },
      faults: [{ field: 'value', code: 'commentAlone' }],
    });
  });
});

describe('a breakdown', () => {
  test('may leave some unaccounted for', () => {
    const typed = { kind: 'answer', value: '62', 'breakdowns.gender.women': '31', 'breakdowns.gender.men': '29' };
    expect(readEntry(typed, sessions).entry).toEqual({
      kind: 'value',
      value: '62',
      breakdowns: { gender: { women: '31', men: '29' } },
    });
  });

  test('may not exceed its total, nor stand without one', () => {
    expect(codes({ kind: 'answer', value: '5', 'breakdowns.gender.women': '6' })).toEqual(['exceedsTotal']);
    expect(codes({ kind: 'answer', 'breakdowns.gender.women': '6' })).toEqual(['totalMissing']);
  });
});

describe('a share', () => {
  test('needs both its numbers', () => {
    expect(codes({ kind: 'answer', numerator: '3' }, share)).toEqual(['denominatorMissing']);
    expect(codes({ kind: 'answer', denominator: '3' }, share)).toEqual(['numeratorMissing']);
  });
  test('of none is allowed only when there were none', () => {
    expect(codes({ kind: 'answer', numerator: '3', denominator: '0' }, share)).toEqual(['zeroDenominator']);
    expect(codes({ kind: 'answer', numerator: '0', denominator: '0' }, share)).toEqual([]);
  });
});

test('a choice is one of the options', () => {
  expect(readEntry({ kind: 'answer', choice: 'reached' }, milestone).entry).toEqual({
    kind: 'choice',
    choice: 'reached',
  });
  expect(codes({ kind: 'answer', choice: 'both' }, milestone)).toEqual(['unknownChoice']);
});

const text = fc.oneof(
  fc.constantFrom('', '0', '12', '1 234,5', 'ca 50', '-3', '99', '2026-04-30', 'x'),
  fc.string({ maxLength: 8 }),
);
const anyTyped = fc
  .constantFrom(...form.indicators)
  .chain((asked) =>
    fc
      .record(Object.fromEntries([...answerFields(asked), 'promisedBy', 'comment'].map((field) => [field, text])))
      .chain((typed) =>
        fc.constantFrom('answer', 'notApplicable', 'notYetKnown').map((kind) => ({ asked, typed: { ...typed, kind } })),
      ),
  );

describe('always', () => {
  test('everything typed comes back, as typed or as the same number', () => {
    fc.assert(
      fc.property(anyTyped, ({ asked, typed }) => {
        const { entry } = readEntry(typed, asked);
        const back = typedOfEntry(entry ?? undefined, 'sv');
        for (const [field, wrote] of Object.entries(typed)) {
          if (wrote.trim() === '' || (field === 'kind' && wrote === 'answer')) continue;
          const digits = (of: string | undefined) =>
            of
              ?.replaceAll(/[\s\u00a0\u202f]/g, '')
              .replace('.', ',')
              .replace('−', '-');
          const plain = digits(wrote)
            ?.replace(/^(-?)0+(?=\d)/, '$1')
            .replace(/(,\d*?)0+$/, '$1')
            .replace(/,$/, '');
          expect(
            [wrote, plain, wrote.trim(), plain === '-0' ? '0' : plain].includes(
              back[field] ?? (entry === null ? wrote : ''),
            ),
            `${field}: ${wrote} → ${back[field] ?? 'nothing'}`,
          ).toBe(true);
        }
      }),
    );
  });

  test('what is shown again reads the same', () => {
    fc.assert(
      fc.property(anyTyped, ({ asked, typed }) => {
        const once = readEntry(typed, asked);
        const again = readEntry({ ...typedOfEntry(once.entry ?? undefined, 'sv') }, asked);
        expect(again).toEqual(once);
      }),
    );
  });
});
