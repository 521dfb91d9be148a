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

/** Who is told what of an event: never the one who did it. */
export function recipientsOf(
  event: Pick<ReportEvent, 'type' | 'personId'>,
  actorId: string,
  people: readonly Person[],
): { kind: NoticeKind; people: Person[] } | undefined {
  const rule = told[event.type];
  if (!rule) return undefined;
  const side = rule.side === 'actor' ? reportersOf(actorId, people) : coordinatorsOf(people);
  return { kind: rule.kind, people: side.filter(({ id }) => id !== event.personId) };
}

/** Everyone who reports for an actor now. */
export const reportersOf = (actorId: string, people: readonly Person[]): Person[] =>
  people.filter((person) => person.active && person.roles.includes('reporter') && person.actorIds.includes(actorId));

const coordinatorsOf = (people: readonly Person[]): Person[] =>
  people.filter((person) => person.active && person.roles.includes('coordinator'));
