import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import {
  AnswersPatchSchema,
  AnswersSchema,
  COMMENT_CHARACTERS,
  entryPaths,
  EntrySchema,
  REMARK_CHARACTERS,
  TEXT_CHARACTERS,
} from '@insatskollen/shared/reports/answers.ts';
import { countCharacters, plainText } from '@insatskollen/shared/typed.ts';
import { always } from '../always.ts';

/** Every fault as `path: code`, where our own codes stand before zod's. */
function faults(schema: ZodType, input: unknown): string[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.map((issue) => {
    const ours: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
    return `${issue.path.join('.')}: ${typeof ours === 'string' ? ours : issue.code}`;
  });
}
const family = '👩🏽‍👩🏽‍👧🏽‍👦🏽';

describe('the length of a text', () => {
  test.each([
    ['', 0],
    ['å', 1],
    ['a\u030a', 1],
    ['hej', 3],
    ['👍🏾', 1],
    [family, 1],
    ['🇸🇪', 1],
    ['rad\nrad', 7],
    ['مرحبا', 5],
  ])('%j counts as %i', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe('a text', () => {
  const text = plainText(10);

  test('keeps paragraphs, tabs, emoji, right-to-left and what looks like code, letter by letter', () => {
    for (const kept of ['a\n\nb', '- a\n\t- b', '👍🏾 bra', 'مرحبا', '<script>', "'; DROP", '\u202eabc']) {
      expect(text.parse(kept)).toBe(kept);
    }
  });

  test('has one kind of line end', () => {
    expect(text.parse('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });

  test('may be as long as its limit, as people count, and no longer', () => {
    expect(faults(text, 'å'.repeat(10))).toEqual([]);
    expect(faults(text, 'å'.repeat(11))).toEqual([': tooLong']);
    expect(faults(text, 'a\u030a'.repeat(10))).toEqual([]);
    expect(faults(text, '👍'.repeat(10))).toEqual([]);
    expect(faults(text, '👍'.repeat(11))).toEqual([': tooLong']);
    expect(faults(text, `${'a'.repeat(10)}\r\n`)).toEqual([': tooLong']);
    expect(faults(text, 'a\r\n'.repeat(5))).toEqual([]);
  });

  test('has a limit in bytes too, since one character can be many of them', () => {
    expect(faults(text, family)).toEqual([': tooLong']);
    expect(faults(plainText(10, 400), family)).toEqual([]);
    expect(faults(plainText(10, 400), `a${'\u030a'.repeat(170)}`)).toEqual([': tooLong']);
  });

  test.each([
    ['a null byte', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['an escape', '\u001b[31m'],
    ['a next-line control', 'a\u0085b'],
    ['half a character', 'a\ud83d'],
    ['the other half', '\ude00a'],
  ])('cannot hold %s', (_what, typed) => {
    expect(faults(text, typed)).toEqual([': unprintable']);
  });

  test('that is whole and within its limit always comes through as it was, line ends apart', () => {
    const graphemes = fc.array(fc.constantFrom('a', 'ö', ' ', '\n', 'ß', '漢', '👍🏾', '؟', '"', '\\', '&'), {
      maxLength: 30,
    });
    always(
      fc.property(graphemes, (characters) => {
        const typed = characters.join('');
        const fits = countCharacters(typed) <= 30 && new TextEncoder().encode(typed).length <= 120;
        expect(plainText(30).safeParse(typed)).toMatchObject(
          fits ? { success: true, data: typed } : { success: false },
        );
      }),
    );
  });

  test('far beyond the limit is refused as any other', () => {
    expect(faults(plainText(10_000), 'a\u030a'.repeat(400_000))).toEqual([': tooLong']);
  });
});

describe('one answer', () => {
  test('is read into canonical decimals', () => {
    expect(
      EntrySchema.parse({ kind: 'value', value: '1 234,50', breakdowns: { gender: { women: '7,0', men: '05' } } }),
    ).toEqual({
      kind: 'value',
      value: '1234.5',
      breakdowns: { gender: { women: '7', men: '5' } },
    });
    expect(EntrySchema.parse({ kind: 'ratio', numerator: '12', denominator: '40,0', comment: 'Två kurser.' })).toEqual({
      kind: 'ratio',
      numerator: '12',
      denominator: '40',
      comment: 'Två kurser.',
    });
  });

  test('can be one of the blanks, or what cannot be read', () => {
    for (const entry of [
      { kind: 'choice', choice: 'reached' },
      { kind: 'notApplicable' },
      { kind: 'notYetKnown', promisedBy: '2026-04-30' },
      { kind: 'unparsed', raw: { value: 'ca 50', 'breakdowns.gender.women': '?' }, comment: 'Siffran kommer.' },
    ]) {
      expect(EntrySchema.parse(entry)).toEqual(entry);
    }
  });

  test.each([
    ['a number that cannot be read', { kind: 'value', value: '1.234,5' }, ['value: notANumber']],
    ['a number too large to be one', { kind: 'value', value: '1e999' }, ['value: notANumber']],
    ['not a number', { kind: 'value', value: 'NaN' }, ['value: notANumber']],
    ['an empty one: empty is not zero', { kind: 'value', value: '' }, ['value: notANumber']],
    ['a JSON number', { kind: 'value', value: 12 }, ['value: invalid_type']],
    ['nothing', { kind: 'value' }, ['value: invalid_type']],
    [
      'a part that cannot be read',
      { kind: 'value', value: '5', breakdowns: { gender: { women: 'två' } } },
      ['breakdowns.gender.women: notANumber'],
    ],
    ['half a ratio', { kind: 'ratio', numerator: '1' }, ['denominator: invalid_type']],
    [
      'both halves unreadable, at once',
      { kind: 'ratio', numerator: 'x', denominator: '-' },
      ['numerator: notANumber', 'denominator: notANumber'],
    ],
    ['a promise without a date', { kind: 'notYetKnown' }, ['promisedBy: invalid_type']],
    ['a promise on a day that is none', { kind: 'notYetKnown', promisedBy: '2026-02-30' }, ['promisedBy: notADate']],
    ['a promise in other words', { kind: 'notYetKnown', promisedBy: '30/4' }, ['promisedBy: notADate']],
    ['a field that does not belong', { kind: 'notApplicable', value: '3' }, [': unrecognized_keys']],
    [
      'breakdowns of a ratio',
      { kind: 'ratio', numerator: '1', denominator: '2', breakdowns: {} },
      [': unrecognized_keys'],
    ],
    ['an unknown kind', { kind: 'guess', value: '3' }, ['kind: invalid_union']],
    ['a list', [], [': invalid_type']],
    ['a comment of the wrong type', { kind: 'notApplicable', comment: 5 }, ['comment: invalid_type']],
  ])('is refused when it is %s', (_what, entry, expected) => {
    expect(faults(EntrySchema, entry)).toEqual(expected);
  });

  test('carries a comment of at most a thousand characters', () => {
    const entry = (comment: string) => ({ kind: 'notApplicable', comment });
    expect(faults(EntrySchema, entry('å'.repeat(COMMENT_CHARACTERS)))).toEqual([]);
    expect(faults(EntrySchema, entry('å'.repeat(COMMENT_CHARACTERS + 1)))).toEqual(['comment: tooLong']);
    expect(faults(EntrySchema, entry('a\u0000'))).toEqual(['comment: unprintable']);
  });
});

describe('the answers of a report', () => {
  test('may be empty, and are filled up where a part is left out', () => {
    expect(AnswersSchema.parse({})).toEqual({ values: {}, texts: {} });
    expect(AnswersPatchSchema.parse({ texts: { done: null } })).toEqual({ values: {}, texts: { done: null } });
  });

  test('can be cleared one by one in a patch, but not in the whole', () => {
    expect(faults(AnswersPatchSchema, { values: { started: null } })).toEqual([]);
    expect(faults(AnswersSchema, { texts: { done: null } })).toEqual(['texts.done: invalid_type']);
  });

  test('take nothing beside values and texts', () => {
    expect(faults(AnswersSchema, { values: {}, texts: {}, state: 'approved' })).toEqual([': unrecognized_keys']);
    expect(faults(AnswersSchema, null)).toEqual([': invalid_type']);
    expect(faults(AnswersSchema, { values: [] })).toEqual(['values: invalid_type']);
    expect(faults(AnswersSchema, { texts: { done: 5 } })).toEqual(['texts.done: invalid_type']);
  });

  test('name every fault at once', () => {
    const answers = {
      values: { a: { kind: 'value', value: 'x' }, b: { kind: 'value', value: 'y' } },
      texts: { done: '\u0000' },
    };
    expect(faults(AnswersSchema, answers)).toEqual([
      'values.a.value: notANumber',
      'values.b.value: notANumber',
      'texts.done: unprintable',
    ]);
  });

  test('hold texts up to ten thousand characters and 40 kB', () => {
    const answers = (done: string) => ({ texts: { done } });
    expect(faults(AnswersSchema, answers('å'.repeat(TEXT_CHARACTERS)))).toEqual([]);
    expect(faults(AnswersSchema, answers('å'.repeat(TEXT_CHARACTERS + 1)))).toEqual(['texts.done: tooLong']);
    expect(faults(AnswersSchema, answers('👍'.repeat(TEXT_CHARACTERS)))).toEqual([]);
    expect(faults(AnswersSchema, answers(family.repeat(1_000)))).toEqual(['texts.done: tooLong']);
  });

  test('cannot reach the machinery by their names', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const answers = AnswersSchema.parse(JSON.parse(`{"texts":{"${name}":"a"}}`));
      expect(Object.getPrototypeOf(answers.texts)).toBe(Object.prototype);
      expect(Object.keys(answers.texts).every((key) => key === name)).toBe(true);
    }
  });

  test('are found by path', () => {
    const answers = AnswersSchema.parse({
      values: { started: { kind: 'notApplicable' } },
      texts: { done: 'a', next: '' },
    });
    expect(entryPaths(answers)).toEqual(['values.started', 'texts.done', 'texts.next']);
  });
});

test('a remark may be two thousand characters', () => {
  expect(faults(plainText(REMARK_CHARACTERS), 'å'.repeat(2_000))).toEqual([]);
  expect(faults(plainText(REMARK_CHARACTERS), 'å'.repeat(2_001))).toEqual([': tooLong']);
});
