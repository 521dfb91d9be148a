import { defaultAnswerBy, draftOpensAt, reviewLapsesAt, submitOpensAt } from '../calendar/deadlines.ts';
import { Refused } from '../refusals.ts';
import type { Extension, Head, ReportState } from './head.ts';
import { stateAfter, statesFor, type ReportAction } from './lifecycle.ts';

/** When a transition happens and who makes it (opaque id). */
export interface By {
  at: Date;
  personId: string;
}

/** The state after an action, or 409 with the states from which it would work. */
function next(head: Head, action: ReportAction): ReportState {
  const state = stateAfter(head.state, action);
  if (!state) throw new Refused('wrongState', { state: head.state, states: statesFor(action) });
  return state;
}

/** Refuses with 412 when the caller acts on another version than the current one. */
export function checkVersion(head: Head, version: number): void {
  if (version === head.version) return;
  const changedBy = head.submittedBy ? { personId: head.submittedBy } : null;
  throw new Refused('stale', { current: { version: head.version, state: head.state }, changedBy });
}

const opens = (at: string, by: By) => {
  if (by.at.getTime() < Date.parse(at)) throw new Refused('tooEarly', { opensAt: at });
};

/** Who holds the review now; a hold lapses after 5 working days. */
export function holderOf(head: Head, now: Date): string | undefined {
  if (!head.reviewer) return undefined;
  return now.getTime() > Date.parse(reviewLapsesAt(new Date(head.reviewer.since))) ? undefined : head.reviewer.personId;
}

function checkHold(head: Head, by: By): void {
  const holder = holderOf(head, by.at);
  if (holder && holder !== by.personId) throw new Refused('heldByAnother');
}

const withAuthor = (head: Head, personId: string) =>
  head.authors.includes(personId) ? head.authors : [...head.authors, personId];

/** First writing in a period, or writing on in a draft or a returned report. */
export function decideSaveDraft(head: Head, by: By): Head {
  const state = next(head, 'saveDraft');
  opens(draftOpensAt({ start: head.periodStart }), by);
  return { ...head, state, hasDraft: true, authors: withAuthor(head, by.personId) };
}

/**
 * A new version: from 14 days before the earlier of the period's and the term's last day. `draftRevision` is what the next draft
 * goes on from; `brief` is what the review queue says of it.
 */
export function decideSubmit(head: Head, submitted: Pick<Head, 'draftRevision' | 'brief'>, by: By): Head {
  const state = next(head, 'submit');
  opens(submitOpensAt({ end: head.periodEnd }, head.termEnd), by);
  const at = by.at.toISOString();
  const version = head.version + 1;
  return {
    ...head,
    ...submitted,
    state,
    version,
    hasDraft: false,
    submittedAt: at,
    submittedBy: by.personId,
    firstSubmittedAt: head.firstSubmittedAt ?? at,
    firstSubmittedVersion: head.firstSubmittedVersion ?? version,
    answerBy: null,
    reviewer: null,
    authors: withAuthor(head, by.personId),
  };
}

/** Taken back by the reporter while nobody reviews it. If it was the only one ever received, none has been. */
export function decideRecall(head: Head, by: By): Head {
  const state = next(head, 'recall');
  if (holderOf(head, by.at)) throw new Refused('underReview');
  const wasFirst = head.firstSubmittedVersion === head.version;
  return {
    ...head,
    state,
    hasDraft: true,
    draftRevision: head.draftRevision + 1,
    brief: null,
    reviewer: null,
    ...(wasFirst ? { firstSubmittedAt: null, firstSubmittedVersion: null } : {}),
  };
}

/** A remark is ticked off, or not after all, while the report is the actor's to change. */
export const decideTickRemark = (head: Head, openRemarks: number): Head => ({
  ...head,
  state: next(head, 'tickRemark'),
  openRemarks,
});

/** A reporter asks for an approved report to be opened again. */
export function decideRequestReopen(head: Head, reason: string, by: By): Head {
  const state = next(head, 'requestReopen');
  return { ...head, state, reopenRequest: { personId: by.personId, at: by.at.toISOString(), reason } };
}

/** Takes a report for review, from another coordinator too: visible, and only the holder decides. */
export function decideTakeForReview(head: Head, by: By): Head {
  return {
    ...head,
    state: next(head, 'takeForReview'),
    reviewer: { personId: by.personId, since: by.at.toISOString() },
  };
}

/** Gives a held report back to the queue. */
export function decideGiveBack(head: Head, by: By): Head {
  checkHold(head, by);
  return { ...head, state: next(head, 'giveBack'), reviewer: null };
}

/** What a coordinator sends a report back with. */
export interface Return {
  remarks: number;
  message: string | undefined;
  answerBy: string | undefined;
}

/** Sends a report back, to be answered within 10 working days unless `answerBy` says otherwise. */
export function decideReturn(head: Head, version: number, { remarks, message, answerBy }: Return, by: By): Head {
  checkVersion(head, version);
  const state = next(head, 'return');
  checkHold(head, by);
  return {
    ...head,
    state,
    reviewer: null,
    brief: null,
    answerBy: answerBy ?? defaultAnswerBy(by.at),
    extension: withoutAnswerBy(head),
    remarksOf: version,
    remarkCount: remarks,
    openRemarks: remarks,
    message: message ?? null,
  };
}

/** Approves the version: it counts from this instant, instead of any version that counted before. */
export function decideApprove(head: Head, version: number, by: By): Head {
  checkVersion(head, version);
  const state = next(head, 'approve');
  checkHold(head, by);
  return {
    ...head,
    state,
    reviewer: null,
    approvedAt: by.at.toISOString(),
    officialVersion: version,
    figuresKept: false,
    reopenRequest: null,
    brief: null,
    message: null,
    approvedVersions: [...head.approvedVersions, version],
  };
}

/**
 * More time: until the end of a day to come, with a reason. It replaces the due date, or `answerBy` of a returned report. A due
 * date is never moved to before what was agreed.
 */
export function decideExtend(head: Head, { until, reason }: Pick<Extension, 'until' | 'reason'>, by: By): Head {
  const state = next(head, 'extend');
  const of = head.state === 'returned' ? 'answerBy' : 'dueAt';
  const earlier = head.extension?.of === of ? head.extension.from : head[of];
  const { at, personId } = by;
  const extension: Extension = {
    of,
    from: earlier ?? head.dueAt,
    until,
    reason,
    at: at.toISOString(),
    personId,
  };
  return { ...head, state, ...(of === 'answerBy' ? { answerBy: until } : { dueAt: until }), extension };
}

/** Whether a deadline can be moved to this instant: it has to be to come, and for a due date not before what was agreed. */
export function mayExtendTo(head: Head, until: string, now: Date): boolean {
  const agreed = head.extension?.of === 'dueAt' ? head.extension.from : head.dueAt;
  const floor = head.state === 'returned' ? now.getTime() : Math.max(now.getTime(), Date.parse(agreed) - 1);
  return Date.parse(until) > floor;
}

/** What was given for answering a return is over with it. */
const withoutAnswerBy = ({ extension }: Head) => (extension?.of === 'answerBy' ? null : extension);

/** Opens an approved report again, in one step to returned; its numbers leave at once unless they are kept. */
export function decideReopen(
  head: Head,
  version: number,
  { reason, keepFigures }: { reason: string; keepFigures: boolean },
  by: By,
): Head {
  checkVersion(head, version);
  const state = next(head, 'reopen');
  return {
    ...head,
    state,
    answerBy: defaultAnswerBy(by.at),
    extension: withoutAnswerBy(head),
    officialVersion: keepFigures ? head.officialVersion : null,
    figuresKept: keepFigures,
    reopenRequest: null,
    remarksOf: null,
    remarkCount: 0,
    openRemarks: 0,
    message: reason,
  };
}
