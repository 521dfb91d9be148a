import { describe, expect, test } from 'vitest';
import { Refused, refusals } from '@insatskollen/shared/refusals.ts';

const all = Object.entries(refusals);

describe('the catalogue of refusals', () => {
  test('gives each its status, as the contract says', () => {
    expect(Object.fromEntries(all.map(([code, { status }]) => [code, status]))).toEqual({
      notSignedIn: 401,
      tooMany: 429,
      notAllowed: 403,
      readOnly: 403,
      crossSite: 403,
      noInvitation: 403,
      fourEyes: 403,
      notFound: 404,
      withdrawn: 410,
      methodNotAllowed: 405,
      tooLarge: 413,
      notJson: 415,
      malformed: 400,
      invalid: 422,
      incomplete: 422,
      keyReused: 422,
      versionNeeded: 428,
      stale: 412,
      entryConflict: 412,
      wrongState: 409,
      tooEarly: 409,
      heldByAnother: 409,
      underReview: 409,
      busy: 503,
      tableAway: 503,
    });
  });

  test.each(all)('%s says what is wrong in Swedish and in English, calmly', (_code, { sv, en }) => {
    for (const text of [sv, en]) {
      expect(text).toMatch(/^\p{Lu}.{10,}\.$/u);
      expect(text).not.toMatch(/[!{}<>]/);
    }
    expect(sv).not.toBe(en);
  });

  test('a refusal carries its code and what the caller needs to know', () => {
    const refused = new Refused('tooEarly', { opensAt: '2026-03-17T00:00:00+01:00' });
    expect(refused).toBeInstanceOf(Error);
    expect(refused.code).toBe('tooEarly');
    expect(refused.extra).toEqual({ opensAt: '2026-03-17T00:00:00+01:00' });
    expect(new Refused('notFound').extra).toEqual({});
  });
});
