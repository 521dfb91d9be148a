import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { nextTerm, renewalOf } from '@insatskollen/shared/agreements/renew.ts';
import { expect, test } from 'vitest';
import { terms } from '../samples.ts';

const agreement = (more: Partial<Agreement> = {}): Agreement => ({ ...terms(), questions: ['done'], ...more });
const codes = (of: Agreement, all: Agreement[]) =>
  renewalOf(of, all).faults.map(({ path, code }) => `${path}: ${code}`);

test.each([
  ['2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31'],
  ['2026-07-01', '2027-06-30', '2027-07-01', '2028-06-30'],
  ['2025-01-01', '2027-12-31', '2028-01-01', '2030-12-31'],
  ['2027-03-01', '2028-02-29', '2028-03-01', '2029-02-28'],
  ['2026-11-01', '2026-11-30', '2026-12-01', '2026-12-31'],
  ['2026-01-01', '2026-08-15', '2026-08-16', '2027-03-30'],
  ['2026-05-05', '2026-05-05', '2026-05-06', '2026-05-06'],
])('the term after %s–%s is %s–%s', (start, end, nextStart, nextEnd) => {
  expect(nextTerm(start, end)).toEqual({ termStart: nextStart, termEnd: nextEnd });
});

test('the successor has the terms, names what it follows, and has its targets in its own periods', () => {
  const before = agreement({
    closing: { final: true, after: ['2027', '2029'] },
    indicators: [
      {
        indicatorId: 'started',
        required: true,
        breakdowns: ['gender'],
        targets: { year: '10', periods: { '2026-Q1': '4', '2026-Q3': '6' } },
      },
    ],
  });
  const { draft, faults } = renewalOf(before, [before]);
  expect(faults).toEqual([]);
  expect(draft).toMatchObject({
    id: '',
    reference: '',
    actorId: before.actorId,
    goal: before.goal,
    financing: before.financing,
    succeeds: before.id,
    closing: { final: true, after: ['2028', '2030'] },
    termStart: '2027-01-01',
    termEnd: '2027-12-31',
    indicators: [
      {
        indicatorId: 'started',
        breakdowns: ['gender'],
        targets: { year: '10', periods: { '2027-Q1': '4', '2027-Q3': '6' } },
      },
    ],
  });
});

test('targets of periods that the next term does not have are left out, that of the year stays', () => {
  const before = agreement({
    termEnd: '2026-08-15',
    indicators: [
      { indicatorId: 'started', required: true, breakdowns: [], targets: { year: '10', periods: { '2026-Q1': '4' } } },
    ],
  });
  expect(renewalOf(before, [before]).draft.indicators[0]?.targets).toEqual({ year: '10', periods: {} });
});

test('an agreement is not followed twice, nor by one about time that another covers', () => {
  const before = agreement();
  const successor = agreement({ id: 'b', termStart: '2027-01-01', termEnd: '2027-06-30', succeeds: before.id });
  expect(codes(before, [before, successor])).toEqual(['termStart: overlaps', 'succeeds: alreadySucceeded']);
  const stranger = agreement({ id: 'c', termStart: '2027-06-01', termEnd: '2028-06-30' });
  expect(codes(before, [before, stranger])).toEqual(['termStart: overlaps']);
  expect(codes(successor, [before, successor])).toEqual([]);
});
