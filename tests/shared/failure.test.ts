import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { describe, expect, test } from 'vitest';

describe('what a log may say of a failure', () => {
  test.each([
    'plain',
    '',
    'of two\nlines',
    'like a place\n    at secret (file.ts:1:1)\n    at another',
    '{\n  "a": 1\n}',
  ])('is its kind and place, and nothing of its message: %j', (message) => {
    const { name, place } = kindAndPlace(new TypeError(message));
    expect(name).toBe('TypeError');
    expect(place).toMatch(/^at .*failure\.test\.ts:\d+:\d+\)?$/);
  });

  test('is little where what was thrown is no error, or has no stack', () => {
    expect(kindAndPlace('secret')).toEqual({ name: 'unknown', place: undefined });
    const error = new Error('secret');
    delete error.stack;
    expect(kindAndPlace(error)).toEqual({ name: 'Error', place: undefined });
  });
});
