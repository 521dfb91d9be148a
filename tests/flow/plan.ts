import { reportActions, type ReportAction } from '@insatskollen/shared/reports/lifecycle.ts';
import fc from 'fast-check';
import { draftOfAgreement, type Draft } from './agreements.ts';

/** One thing that someone does; what it is to which report follows from how the house stands when it is done. */
export interface CallPlan {
  report: number;
  pick: number;
  second: boolean;
  seed: number;
  /** How well the caller knows the report: as it is, any, or as it no longer is. */
  knows: 'current' | 'any' | 'stale';
  key: boolean;
  /** Pressed twice. */
  twice: boolean;
}
/** What is done at once, after so many minutes. */
export interface Round {
  minutes: number;
  calls: CallPlan[];
}
export interface Plan {
  agreements: Draft[];
  rounds: Round[];
  /** How many of the table's requests meet with trouble. */
  trouble: number;
  seed: number;
}

const call: fc.Arbitrary<CallPlan> = fc.record({
  report: fc.nat(1_000),
  pick: fc.nat(99),
  second: fc.boolean(),
  seed: fc.nat(),
  knows: fc.constantFrom('current', 'current', 'current', 'current', 'any', 'stale'),
  key: fc.boolean(),
  twice: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});

/** Many reports, areas and periods, and what everyone does to them. */
export const plan: fc.Arbitrary<Plan> = fc.record({
  agreements: fc.array(draftOfAgreement, { minLength: 3, maxLength: 6 }),
  rounds: fc.array(
    fc.record({
      minutes: fc.constantFrom(1, 1, 90, 60 * 24, 60 * 24 * 6, 60 * 24 * 20),
      calls: fc.array(call, { minLength: 2, maxLength: 7 }),
    }),
    { minLength: 14, maxLength: 20, size: 'max' },
  ),
  trouble: fc.constantFrom(0, 0.1, 0.1, 0.4),
  seed: fc.nat(),
});

/** What is mostly done to a report in each state: the first column of shares of a hundred adds up to what is left for any action. */
const usual: Readonly<Record<string, Partial<Record<ReportAction, number>>>> = {
  notStarted: { saveDraft: 92, extend: 4 },
  draft: { saveDraft: 25, submit: 63, extend: 4 },
  submitted: { approve: 48, return: 18, recall: 12, takeForReview: 7, giveBack: 4, saveDraft: 5 },
  returned: { saveDraft: 30, submit: 55, tickRemark: 6 },
  approved: { reopen: 50, requestReopen: 10, saveDraft: 10, recall: 5, return: 5 },
};

/** The action that a pick out of a hundred means for a report in this state. */
export function actionFor(state: string, pick: number): ReportAction {
  let left = pick;
  for (const action of reportActions) {
    const share = usual[state]?.[action] ?? 0;
    if (left < share) return action;
    left -= share;
  }
  return reportActions[pick % reportActions.length] ?? 'saveDraft';
}
