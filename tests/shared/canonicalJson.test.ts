import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '@insatskollen/shared/canonicalJson.ts';
import { always } from './always.ts';

/** Everything that has a canonical form here: no floating point, and strings that are whole text. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

describe('canonical JSON (RFC 8785)', () => {
  test('sorts members by UTF-16 code units, as in the example of the standard', () => {
    const members = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(members)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  test('leaves no blanks, and writes strings as ECMAScript does', () => {
    expect(canonicalJson({ b: [1, true, null, 'å"\\\n\u0007'], a: {} })).toBe(
      '{"a":{},"b":[1,true,null,"å\\"\\\\\\n\\u0007"]}',
    );
  });

  test('does not depend on the order in which members were set', () => {
    always(
      fc.property(json, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('is JSON, says the same thing, and is its own canonical form', () => {
    always(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        const read: unknown = JSON.parse(text);
        expect(canonicalJson(read)).toBe(text);
        expect(JSON.stringify(read).length).toBe(text.length);
      }),
    );
  });

  test('what is undefined is not there', () => {
    expect(canonicalJson({ comment: undefined, kind: 'notApplicable' })).toBe('{"kind":"notApplicable"}');
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    '%s has no canonical form: decimals are strings',
    (number) => {
      expect(() => canonicalJson({ number })).toThrow('decimals are strings');
    },
  );

  test.each([[undefined], [() => 1], [10n], [Symbol('a')]])('nor has anything that JSON cannot say', (value) => {
    expect(() => canonicalJson([value])).toThrow('no canonical form');
  });

  test.each([[new Date(0)], [new Map([['a', 1]])], [new Set([1])]])(
    'nor has an object that only looks empty',
    (value) => {
      expect(() => canonicalJson(value)).toThrow('no canonical form');
    },
  );
});
