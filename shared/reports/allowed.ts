import { draftOpensAt, submitOpensAt } from '../calendar/deadlines.ts';
import { can, mayDecide } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';
import { holderOf } from './decide.ts';
import type { Head } from './head.ts';
import { lifecycle, stateAfter, type ReportAction } from './lifecycle.ts';

/** Whether the person may take this action now, so that pages offer only what works. What is sent is decided for itself. */
export function mayNow(action: ReportAction, head: Head, person: Person, now: Date): boolean {
  if (stateAfter(head.state, action) === undefined) return false;
  return lifecycle[action].by === 'actor' ? actorMay(action, head, person, now) : regionMay(action, head, person, now);
}

function actorMay(action: ReportAction, head: Head, person: Person, now: Date): boolean {
  if (!can(person, 'report.write') || !person.actorIds.includes(head.actorId)) return false;
  const open = (at: string) => now.getTime() >= Date.parse(at);
  if (action === 'saveDraft') return open(draftOpensAt({ start: head.periodStart }));
  if (action === 'submit') return open(submitOpensAt({ end: head.periodEnd }, head.termEnd));
  if (action === 'recall') return holderOf(head, now) === undefined;
  return action !== 'tickRemark' || head.remarksOf !== null;
}

function regionMay(action: ReportAction, head: Head, person: Person, now: Date): boolean {
  const { actorId, authors, approvedVersions } = head;
  if (!mayDecide(person, { actorId, authors, everApproved: approvedVersions.length > 0 })) return false;
  const holder = holderOf(head, now);
  if (action === 'takeForReview') return holder !== person.id;
  if (action === 'giveBack') return holder === person.id;
  return holder === undefined || holder === person.id;
}
