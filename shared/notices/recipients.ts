import type { Comment } from '../comments/comment.ts';
import { seesComments } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';
import type { ReportEvent } from '../reports/events.ts';
import type { NoticeKind } from './preferences.ts';

/** What of the events of a report is told to anybody, and to which side. */
const told: Partial<Record<ReportEvent['type'], { kind: NoticeKind; side: 'actor' | 'region' }>> = {
  returned: { kind: 'returned', side: 'actor' },
  reopened: { kind: 'reopened', side: 'actor' },
  approved: { kind: 'approved', side: 'actor' },
  reviewTaken: { kind: 'reviewTaken', side: 'actor' },
  reopenRequested: { kind: 'reopenRequested', side: 'region' },
};

export const isTold = (type: ReportEvent['type']): boolean => told[type] !== undefined;

/**
 * Who is told what of an event: never the one who did it. `before` are the events of the report that came before it: whoever held
 * it for review is told that another took it over.
 */
export function recipientsOf(
  event: Pick<ReportEvent, 'type' | 'personId'>,
  actorId: string,
  people: readonly Person[],
  before: readonly Pick<ReportEvent, 'type' | 'personId'>[],
): { kind: NoticeKind; people: Person[] }[] {
  const rule = told[event.type];
  if (!rule) return [];
  const side = rule.side === 'actor' ? reportersOf(actorId, people) : coordinatorsOf(people);
  const others = (some: readonly Person[]) => some.filter(({ id }) => id !== event.personId);
  const holder = event.type === 'reviewTaken' ? holderAfter(before) : undefined;
  return [
    { kind: rule.kind, people: others(side) },
    { kind: 'reviewTakenOver' as const, people: others(coordinatorsOf(people).filter(({ id }) => id === holder)) },
  ].filter((one) => one.people.length > 0);
}

/**
 * Who is told that the region has commented on an actor's report or agreement: the coordinators who may hear it, when a department or
 * a leader says it. What coordinators say is for whoever looks.
 */
export const hearersOf = (
  { by, role }: Pick<Comment, 'by' | 'role'>,
  actorId: string,
  people: readonly Person[],
): Person[] =>
  role === 'coordinator' ? [] : coordinatorsOf(people).filter((one) => one.id !== by && seesComments(one, actorId));

/** Who holds a report for review after these events. */
function holderAfter(events: readonly Pick<ReportEvent, 'type' | 'personId'>[]): string | undefined {
  // More time neither takes a report out of anybody's hands nor puts it there.
  const last = events.findLast(({ type }) => type !== 'extended');
  return last?.type === 'reviewTaken' ? last.personId : undefined;
}

/** Everyone who reports for an actor now. */
export const reportersOf = (actorId: string, people: readonly Person[]): Person[] =>
  people.filter((person) => person.active && person.roles.includes('reporter') && person.actorIds.includes(actorId));

const coordinatorsOf = (people: readonly Person[]): Person[] =>
  people.filter((person) => person.active && person.roles.includes('coordinator'));
