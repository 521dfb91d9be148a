import { describe, expect, test } from 'vitest';
import { reportStates } from '@insatskollen/shared/reports/head.ts';
import { countedVersion } from '@insatskollen/shared/summary/countedVersion.ts';
import { head } from '../samples.ts';

describe('the version that counts', () => {
  test('is the approved one, in both books', () => {
    const approved = head({ state: 'approved', version: 2, officialVersion: 2 });
    expect(countedVersion('official', approved)).toBe(2);
    expect(countedVersion('preview', approved)).toBe(2);
  });

  test('is none for a report that was never approved, or was opened again', () => {
    for (const state of reportStates) expect(countedVersion('official', head({ state, version: 1 }))).toBeNull();
    expect(countedVersion('preview', head({ state: 'returned', version: 1 }))).toBeNull();
    expect(countedVersion('preview', head({ state: 'draft', version: 1 }))).toBeNull();
  });

  test('is in the preview the one that waits for review, before the one that was approved', () => {
    expect(countedVersion('preview', head({ state: 'submitted', version: 1 }))).toBe(1);
    const corrected = head({ state: 'submitted', version: 3, officialVersion: 2, figuresKept: true });
    expect(countedVersion('preview', corrected)).toBe(3);
    expect(countedVersion('official', corrected)).toBe(2);
  });

  test('goes on being the approved one while it is corrected, if its figures are kept', () => {
    const kept = head({ state: 'returned', version: 2, officialVersion: 2, figuresKept: true });
    expect(countedVersion('official', kept)).toBe(2);
    expect(countedVersion('preview', kept)).toBe(2);
  });
});
