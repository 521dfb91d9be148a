import { describe, expect, test } from 'vitest';
import {
  checkVersion,
  decideApprove,
  decideExtend,
  decideGiveBack,
  decideRecall,
  decideReopen,
  decideRequestReopen,
  decideReturn,
  decideSaveDraft,
  decideSubmit,
  decideTakeForReview,
  decideTickRemark,
  holderOf,
  mayExtendTo,
  type By,
} from '@insatskollen/shared/reports/decide.ts';
import { reportStates, type Head, type ReportState } from '@insatskollen/shared/reports/head.ts';
import { statesFor, type ReportAction } from '@insatskollen/shared/reports/lifecycle.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { head } from '../samples.ts';

const by = (personId: string, at = '2026-04-07T09:00:00.000Z'): By => ({ personId, at: new Date(at) });
const submission = { draftRevision: 7, brief: { deviations: 1, changed: null, openRemarks: 0 } };
const noRemarks = { remarks: 0, message: 'Komplettera.', answerBy: undefined };

/** Each action as a coordinator or reporter would do it on the current version. */
const actions: Record<ReportAction, (report: Head, who?: By) => Head> = {
  saveDraft: (report, who = by('p1')) => decideSaveDraft(report, who),
  submit: (report, who = by('p1')) => decideSubmit(report, submission, who),
  recall: (report, who = by('p1')) => decideRecall(report, who),
  tickRemark: (report) => decideTickRemark(report, 0),
  requestReopen: (report, who = by('p1')) => decideRequestReopen(report, 'Fel tal.', who),
  takeForReview: (report, who = by('c1')) => decideTakeForReview(report, who),
  giveBack: (report, who = by('c1')) => decideGiveBack(report, who),
  return: (report, who = by('c1')) => decideReturn(report, report.version, noRemarks, who),
  approve: (report, who = by('c1')) => decideApprove(report, report.version, who),
  reopen: (report, who = by('c1')) =>
    decideReopen(report, report.version, { reason: 'Fel tal.', keepFigures: false }, who),
  extend: (report, who = by('c1')) =>
    decideExtend(report, { until: '2026-05-29T23:59:59+02:00', reason: 'Föräldraledig.' }, who),
};
const names = Object.keys(actions).filter((name): name is ReportAction => name in actions);

/** A report as it stands after a way through its life. */
const after = (...way: ReportAction[]): Head => way.reduce((report, action) => actions[action](report), head());
const reached: Record<ReportState, Head> = {
  notStarted: head(),
  draft: after('saveDraft'),
  submitted: after('saveDraft', 'submit'),
  returned: after('saveDraft', 'submit', 'return'),
  approved: after('saveDraft', 'submit', 'approve'),
};
const refusal = (act: () => unknown): Refused => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('an action in the wrong state', () => {
  const wrong = names.flatMap((action) =>
    reportStates.filter((state) => !statesFor(action).includes(state)).map((state) => [action, state] as const),
  );
  test.each(wrong)('%s is refused when %s, with the states from which it works', (action, state) => {
    const refused = refusal(() => actions[action](reached[state]));
    expect(refused.code).toBe('wrongState');
    expect(refused.extra).toEqual({ state, states: statesFor(action) });
  });

  test.each(names)('%s leaves the report that it was given as it was', (action) => {
    for (const state of reportStates) {
      const before = structuredClone(reached[state]);
      try {
        actions[action](reached[state]);
      } catch {
        // Refused in this state; what matters is that nothing moved.
      }
      expect(reached[state]).toEqual(before);
    }
  });
});

describe('writing', () => {
  test('begins a draft from the period’s first day and not before', () => {
    const early = refusal(() => decideSaveDraft(head(), by('p1', '2025-12-31T22:59:59Z')));
    expect(early.code).toBe('tooEarly');
    expect(early.extra).toEqual({ opensAt: '2026-01-01T00:00:00+01:00' });
    const begun = decideSaveDraft(head(), by('p1', '2025-12-31T23:00:00Z'));
    expect(begun).toEqual(head({ state: 'draft', hasDraft: true, authors: ['p1'] }));
  });

  test('names everyone who wrote, once', () => {
    const written = [by('p1'), by('p2'), by('p1')].reduce(decideSaveDraft, head());
    expect(written.authors).toEqual(['p1', 'p2']);
  });

  test('in a returned report keeps it returned', () => {
    const revised = decideSaveDraft(reached.returned, by('p1'));
    expect(revised.state).toBe('returned');
    expect(revised.hasDraft).toBe(true);
    expect(revised.answerBy).toBe(reached.returned.answerBy);
  });
});

describe('submitting', () => {
  test('makes version 1, by whom and when', () => {
    const submitted = decideSubmit(reached.draft, submission, by('p2', '2026-04-08T10:00:00.000Z'));
    expect(submitted).toEqual({
      ...reached.draft,
      ...submission,
      state: 'submitted',
      version: 1,
      hasDraft: false,
      submittedAt: '2026-04-08T10:00:00.000Z',
      submittedBy: 'p2',
      firstSubmittedAt: '2026-04-08T10:00:00.000Z',
      firstSubmittedVersion: 1,
      authors: ['p1', 'p2'],
    });
  });

  test('is possible from 14 days before the period’s last day, and says so before', () => {
    const early = refusal(() => decideSubmit(reached.draft, submission, by('p1', '2026-03-16T22:59:59Z')));
    expect(early.code).toBe('tooEarly');
    expect(early.extra).toEqual({ opensAt: '2026-03-17T00:00:00+01:00' });
    expect(decideSubmit(reached.draft, submission, by('p1', '2026-03-16T23:00:00Z')).version).toBe(1);
  });

  test('is possible earlier when the agreement ends earlier', () => {
    const ends = { ...reached.draft, termEnd: '2026-02-28' };
    expect(decideSubmit(ends, submission, by('p1', '2026-02-14T00:00:00Z')).version).toBe(1);
  });

  test('again makes the next version, ends the wait for an answer, and remembers the first', () => {
    const again = decideSubmit(reached.returned, submission, by('p1', '2026-05-20T08:00:00.000Z'));
    expect(again).toMatchObject({ state: 'submitted', version: 2, answerBy: null, firstSubmittedVersion: 1 });
    expect(again.firstSubmittedAt).toBe(reached.returned.firstSubmittedAt);
    expect(again.submittedAt).toBe('2026-05-20T08:00:00.000Z');
  });
});

describe('recalling', () => {
  test('takes the version out of review while nobody reviews it, and a first one counts as never received', () => {
    const recalled = decideRecall(reached.submitted, by('p1'));
    expect(recalled).toMatchObject({
      state: 'draft',
      version: 1,
      hasDraft: true,
      firstSubmittedAt: null,
      firstSubmittedVersion: null,
    });
  });

  test('of a later version leaves the first one received', () => {
    const second = after('saveDraft', 'submit', 'return', 'submit');
    expect(decideRecall(second, by('p1'))).toMatchObject({ state: 'draft', version: 2, firstSubmittedVersion: 1 });
  });

  test('is refused while a coordinator reviews it, and possible when that has lapsed or been given back', () => {
    const held = decideTakeForReview(reached.submitted, by('c1', '2026-04-08T08:00:00Z'));
    expect(refusal(() => decideRecall(held, by('p1', '2026-04-15T21:59:59Z'))).code).toBe('underReview');
    expect(decideRecall(held, by('p1', '2026-04-15T22:00:00Z')).state).toBe('draft');
    expect(decideRecall(decideGiveBack(held, by('c1')), by('p1')).state).toBe('draft');
  });

  test('and submitting again gives a number of its own: no version is ever made twice', () => {
    expect(after('saveDraft', 'submit', 'recall', 'submit').version).toBe(2);
  });
});

describe('holding a review', () => {
  const held = decideTakeForReview(reached.submitted, by('c1', '2026-04-01T08:00:00Z'));

  test('is seen, and lapses after five working days', () => {
    expect(holderOf(held, new Date('2026-04-10T21:59:59Z'))).toBe('c1');
    expect(holderOf(held, new Date('2026-04-10T22:00:00Z'))).toBeUndefined();
    expect(holderOf(reached.submitted, new Date('2026-04-01T08:00:00Z'))).toBeUndefined();
  });

  test.each(['return', 'approve', 'giveBack'] as const)('nobody but the holder can %s', (action) => {
    expect(refusal(() => actions[action](held, by('c2'))).code).toBe('heldByAnother');
    expect(actions[action](held, by('c1')).reviewer).toBeNull();
  });

  test('can be taken over by another coordinator', () => {
    const takenOver = decideTakeForReview(held, by('c2', '2026-04-02T08:00:00.000Z'));
    expect(takenOver.reviewer).toEqual({ personId: 'c2', since: '2026-04-02T08:00:00.000Z' });
    expect(refusal(() => actions.approve(takenOver, by('c1'))).code).toBe('heldByAnother');
  });

  test('that has lapsed stops nobody', () => {
    expect(actions.approve(held, by('c2', '2026-04-13T08:00:00Z')).state).toBe('approved');
  });

  test('is not needed', () => {
    expect(actions.approve(reached.submitted, by('c2')).state).toBe('approved');
  });
});

describe('a version that is not the current one', () => {
  const second = after('saveDraft', 'submit', 'return', 'submit');

  test.each<[string, (version: number) => Head]>([
    ['return', (version) => decideReturn(second, version, noRemarks, by('c1'))],
    ['approve', (version) => decideApprove(second, version, by('c1'))],
    ['reopen', (version) => decideReopen(second, version, { reason: 'Fel.', keepFigures: false }, by('c1'))],
  ])('cannot be acted on: %s says which is current and who made it', (_action, act) => {
    for (const version of [0, 1, 3]) {
      const refused = refusal(() => act(version));
      expect(refused.code).toBe('stale');
      expect(refused.extra).toEqual({ current: { version: 2, state: 'submitted' }, changedBy: { personId: 'p1' } });
    }
  });

  test('is told before the state is: a stale caller learns first that they are stale', () => {
    expect(refusal(() => decideApprove(reached.returned, 99, by('c1'))).code).toBe('stale');
    expect(refusal(() => checkVersion(head(), 1)).extra).toEqual({
      current: { version: 0, state: 'notStarted' },
      changedBy: null,
    });
  });
});

describe('returning', () => {
  test('asks for an answer within ten working days, and says how many remarks there are', () => {
    const returned = decideReturn(
      reached.submitted,
      1,
      { remarks: 3, message: undefined, answerBy: undefined },
      by('c1', '2026-04-07T09:00:00Z'),
    );
    expect(returned).toMatchObject({
      state: 'returned',
      answerBy: '2026-04-21T23:59:59+02:00',
      remarksOf: 1,
      remarkCount: 3,
      openRemarks: 3,
      message: null,
      brief: null,
    });
  });

  test('or by the day that the coordinator sets', () => {
    const returned = decideReturn(
      reached.submitted,
      1,
      { ...noRemarks, answerBy: '2026-04-10T23:59:59+02:00' },
      by('c1'),
    );
    expect(returned.answerBy).toBe('2026-04-10T23:59:59+02:00');
    expect(returned.message).toBe('Komplettera.');
  });

  test('leaves a remark to be ticked off', () => {
    const returned = decideReturn(reached.submitted, 1, { ...noRemarks, remarks: 2 }, by('c1'));
    expect(decideTickRemark(returned, 1)).toEqual({ ...returned, openRemarks: 1 });
  });
});

describe('approving', () => {
  test('makes the version count from that instant', () => {
    const approved = decideApprove(reached.submitted, 1, by('c1', '2026-04-09T10:30:00.000Z'));
    expect(approved).toMatchObject({
      state: 'approved',
      officialVersion: 1,
      approvedAt: '2026-04-09T10:30:00.000Z',
      approvedVersions: [1],
      figuresKept: false,
      reviewer: null,
      reopenRequest: null,
    });
  });

  test('a corrected version counts instead of the one before, and both were approved', () => {
    const corrected = after('saveDraft', 'submit', 'approve', 'reopen', 'submit', 'approve');
    expect(corrected).toMatchObject({ officialVersion: 2, approvedVersions: [1, 2], figuresKept: false });
  });
});

describe('opening an approved report again', () => {
  const reopened = (keepFigures: boolean) =>
    decideReopen(reached.approved, 1, { reason: 'Fel tal upptäckt.', keepFigures }, by('c1', '2026-04-07T09:00:00Z'));

  test('goes straight to returned and takes its numbers out at once', () => {
    expect(reopened(false)).toMatchObject({
      state: 'returned',
      officialVersion: null,
      figuresKept: false,
      approvedVersions: [1],
      message: 'Fel tal upptäckt.',
      answerBy: '2026-04-21T23:59:59+02:00',
    });
  });

  test('or lets them count, until a new version is approved', () => {
    const kept = reopened(true);
    expect(kept).toMatchObject({ state: 'returned', officialVersion: 1, figuresKept: true });
    const resubmitted = actions.submit(kept);
    expect(resubmitted).toMatchObject({ officialVersion: 1, figuresKept: true });
    expect(actions.return(resubmitted)).toMatchObject({ officialVersion: 1, figuresKept: true });
    expect(actions.recall(resubmitted)).toMatchObject({ state: 'draft', officialVersion: 1, figuresKept: true });
    expect(actions.approve(resubmitted)).toMatchObject({ officialVersion: 2, figuresKept: false });
  });

  test('answers a reporter’s request for it', () => {
    const asked = decideRequestReopen(reached.approved, 'Vi räknade fel.', by('p1', '2026-05-01T08:00:00.000Z'));
    expect(asked).toEqual({
      ...reached.approved,
      reopenRequest: { personId: 'p1', at: '2026-05-01T08:00:00.000Z', reason: 'Vi räknade fel.' },
    });
    expect(actions.reopen(asked).reopenRequest).toBeNull();
  });
});

describe('more time', () => {
  const until = '2026-05-29T23:59:59+02:00';
  const given = { until, reason: 'Föräldraledig.' };

  test('replaces the due date of what is not submitted, and remembers which was agreed however often it is moved', () => {
    const { dueAt } = reached.draft;
    const once = decideExtend(reached.draft, given, by('c1'));
    expect(once).toEqual({
      ...reached.draft,
      dueAt: until,
      extension: { of: 'dueAt', from: dueAt, ...given, at: '2026-04-07T09:00:00.000Z', personId: 'c1' },
    });
    const twice = decideExtend(once, { until: '2026-06-30T23:59:59+02:00', reason: 'Sjuk.' }, by('c2'));
    expect(twice.extension).toMatchObject({ from: dueAt, reason: 'Sjuk.', personId: 'c2' });
  });

  test('replaces when a returned report is to be answered, until it is returned again', () => {
    const extended = decideExtend(reached.returned, given, by('c1'));
    expect(extended).toMatchObject({ state: 'returned', answerBy: until, dueAt: reached.returned.dueAt });
    expect(extended.extension).toMatchObject({ of: 'answerBy', from: reached.returned.answerBy });
    expect(actions.return(actions.submit(extended)).extension).toBeNull();
  });

  test('is to come, and never less than was agreed', () => {
    const now = new Date('2026-04-07T09:00:00Z');
    const may = (report: Head, day: string) => mayExtendTo(report, `${day}T23:59:59+02:00`, now);
    expect([may(reached.draft, '2026-04-29'), may(reached.draft, reached.draft.dueAt.slice(0, 10))]).toEqual([
      false,
      true,
    ]);
    expect([may(reached.returned, '2026-04-06'), may(reached.returned, '2026-04-07')]).toEqual([false, true]);
    const extended = decideExtend(reached.draft, given, by('c1'));
    expect([may(extended, '2026-05-10'), may(extended, '2026-04-29')]).toEqual([true, false]);
  });
});
