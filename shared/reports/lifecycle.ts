import type { ReportState } from './head.ts';

export const reportActions = [
  'saveDraft',
  'submit',
  'recall',
  'tickRemark',
  'requestReopen',
  'takeForReview',
  'giveBack',
  'return',
  'approve',
  'reopen',
  'extend',
] as const;
export type ReportAction = (typeof reportActions)[number];

interface Rule {
  /** Whose action it is: a reporter of the report's actor, or a coordinator under four eyes. */
  by: 'actor' | 'region';
  /** From which states it is possible, and to which it leads. */
  to: Partial<Record<ReportState, ReportState>>;
}

/**
 * The whole life of a report on one screen: state × action × side → state. What else an action takes (windows in time, being
 * complete, the version it names, who holds the review) is checked where it is decided, in `decide.ts`.
 */
export const lifecycle = {
  saveDraft: { by: 'actor', to: { notStarted: 'draft', draft: 'draft', returned: 'returned' } },
  submit: { by: 'actor', to: { draft: 'submitted', returned: 'submitted' } },
  recall: { by: 'actor', to: { submitted: 'draft' } },
  tickRemark: { by: 'actor', to: { returned: 'returned', draft: 'draft' } },
  requestReopen: { by: 'actor', to: { approved: 'approved' } },
  takeForReview: { by: 'region', to: { submitted: 'submitted' } },
  giveBack: { by: 'region', to: { submitted: 'submitted' } },
  return: { by: 'region', to: { submitted: 'returned' } },
  approve: { by: 'region', to: { submitted: 'approved' } },
  reopen: { by: 'region', to: { approved: 'returned' } },
  extend: { by: 'region', to: { notStarted: 'notStarted', draft: 'draft', returned: 'returned' } },
} as const satisfies Record<ReportAction, Rule>;

/** The state that an action leads to from a state; `undefined` where it is not possible. */
export function stateAfter(state: ReportState, action: ReportAction): ReportState | undefined {
  const rule: Rule = lifecycle[action];
  return rule.to[state];
}

/** The states from which an action is possible, for a refusal that says so. */
export const statesFor = (action: ReportAction): string[] => Object.keys(lifecycle[action].to);
