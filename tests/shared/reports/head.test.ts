import { describe, expect, test } from 'vitest';
import { HeadSchema, isLate } from '@insatskollen/shared/reports/head.ts';
import { head } from '../samples.ts';

const beforeDue = new Date('2026-04-30T21:59:59Z');
const afterDue = new Date('2026-04-30T22:00:00Z');

describe('a report is late', () => {
  test.each(['notStarted', 'draft'] as const)('when it is %s and its due date has passed', (state) => {
    expect(isLate(head({ state }), beforeDue)).toBe(false);
    expect(isLate(head({ state }), afterDue)).toBe(true);
  });

  test.each(['submitted', 'approved'] as const)('never when it is %s', (state) => {
    expect(isLate(head({ state, version: 1 }), new Date('2027-01-01T00:00:00Z'))).toBe(false);
  });

  test('when it was returned and its answer has not come in time, whatever the due date', () => {
    const returned = head({ state: 'returned', answerBy: '2026-05-15T23:59:59+02:00' });
    expect(isLate(returned, afterDue)).toBe(false);
    expect(isLate(returned, new Date('2026-05-15T21:59:59Z'))).toBe(false);
    expect(isLate(returned, new Date('2026-05-15T22:00:00Z'))).toBe(true);
  });

  test('not before an extended due date', () => {
    expect(isLate(head({ dueAt: '2026-06-15T23:59:59+02:00' }), afterDue)).toBe(false);
  });
});

test('a stored head comes back as it was, numbers as numbers', () => {
  const stored = {
    ...head({ approvedVersions: [1, 2], officialVersion: 2 }),
    version: '2',
    approvedVersions: ['1', '2'],
    pk: 'REPORT#…',
  };
  expect(HeadSchema.parse(stored)).toEqual(head({ version: 2, approvedVersions: [1, 2], officialVersion: 2 }));
});
