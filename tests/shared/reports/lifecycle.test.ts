import { describe, expect, test } from 'vitest';
import { reportStates, type ReportState } from '@insatskollen/shared/reports/head.ts';
import {
  lifecycle,
  reportActions,
  stateAfter,
  statesFor,
  type ReportAction,
} from '@insatskollen/shared/reports/lifecycle.ts';

/** The life of a report as the domain tells it: where each action leads from each state, `-` where it cannot be done. */
const told: Record<ReportAction, Record<ReportState, ReportState | '-'>> = {
  saveDraft: { notStarted: 'draft', draft: 'draft', submitted: '-', returned: 'returned', approved: '-' },
  submit: { notStarted: '-', draft: 'submitted', submitted: '-', returned: 'submitted', approved: '-' },
  recall: { notStarted: '-', draft: '-', submitted: 'draft', returned: '-', approved: '-' },
  tickRemark: { notStarted: '-', draft: 'draft', submitted: '-', returned: 'returned', approved: '-' },
  requestReopen: { notStarted: '-', draft: '-', submitted: '-', returned: '-', approved: 'approved' },
  takeForReview: { notStarted: '-', draft: '-', submitted: 'submitted', returned: '-', approved: '-' },
  giveBack: { notStarted: '-', draft: '-', submitted: 'submitted', returned: '-', approved: '-' },
  return: { notStarted: '-', draft: '-', submitted: 'returned', returned: '-', approved: '-' },
  approve: { notStarted: '-', draft: '-', submitted: 'approved', returned: '-', approved: '-' },
  reopen: { notStarted: '-', draft: '-', submitted: '-', returned: '-', approved: 'returned' },
  extend: { notStarted: 'notStarted', draft: 'draft', submitted: '-', returned: 'returned', approved: '-' },
};

describe('the life of a report', () => {
  test.each(
    reportActions.flatMap((action) => reportStates.map((state) => [action, state, told[action][state]] as const)),
  )('%s when %s leads to %s', (action, state, expected) => {
    expect(stateAfter(state, action) ?? '-').toBe(expected);
    expect(statesFor(action).includes(state)).toBe(expected !== '-');
  });

  test('is written by the actor and decided by the region', () => {
    const by = (side: 'actor' | 'region') => reportActions.filter((action) => lifecycle[action].by === side);
    expect(by('actor')).toEqual(['saveDraft', 'submit', 'recall', 'tickRemark', 'requestReopen']);
    expect(by('region')).toEqual(['takeForReview', 'giveBack', 'return', 'approve', 'reopen', 'extend']);
  });

  test('nothing leads back to not started', () => {
    for (const action of reportActions)
      for (const state of reportStates.filter((one) => one !== 'notStarted'))
        expect(stateAfter(state, action)).not.toBe('notStarted');
  });
});
