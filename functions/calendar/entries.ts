import { occurrencesIn } from '@insatskollen/shared/calendar/activity.ts';
import type { Day } from '@insatskollen/shared/calendar/days.ts';
import { dialogueTitle, inOrder, reportTitle, type CalendarEntry } from '@insatskollen/shared/calendar/entry.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { isLate } from '@insatskollen/shared/reports/head.ts';
import type { Deps } from '../deps.ts';
import { dialogues } from '../dialogues/dialogues.ts';
import { recordsOf } from '../records/store.ts';
import { libraryOf } from '../strategy/library.ts';
import { activities } from './activities.ts';
import { daysOf, knowsState, reportsWithDays } from './reports.ts';

/** Everything that the person's calendar holds from one day to another, in order. */
export async function calendarOf(
  deps: Deps,
  person: Person,
  { from, to, language }: { from: Day; to: Day; language: 'sv' | 'en' },
): Promise<CalendarEntry[]> {
  const [reports, meetings, yearly] = await Promise.all([
    reportEntries(deps, person, from, to, language),
    dialogueEntries(deps, person, from, to, language),
    activityEntries(deps, person, from, to),
  ]);
  return inOrder([...reports, ...meetings, ...yearly]);
}

async function reportEntries(
  deps: Deps,
  person: Person,
  from: Day,
  to: Day,
  language: 'sv' | 'en',
): Promise<CalendarEntry[]> {
  const [heads, { actors, initiatives }] = await Promise.all([
    reportsWithDays(deps, person, from, to),
    libraryOf(deps),
  ]);
  const now = deps.businessNow();
  return heads.flatMap((head) => {
    const { agreementId, period, actorId, initiativeId } = head;
    const known = knowsState(person, head);
    const names = {
      actor: actors.get(actorId)?.shortName ?? actorId,
      initiative: initiatives.get(initiativeId)?.title ?? initiativeId,
      period,
    };
    return daysOf(head)
      .filter(({ kind, day }) => day >= from && day <= to && (known || kind === 'deadline'))
      .map(({ kind, day }) => ({
        id: `${kind}-${agreementId}-${period}`,
        starts: day,
        ends: day,
        time: null,
        endTime: null,
        title: reportTitle(kind, names, language),
        agreementId,
        period,
        actorId,
        initiativeId,
        kind,
        state: known ? head.state : null,
        late: known && isLate(head, now) && (kind === 'answer') === (head.state === 'returned'),
        extended: known && head.extension !== null && (kind === 'answer') === (head.extension.of === 'answerBy'),
      }));
  });
}

async function dialogueEntries(
  deps: Deps,
  person: Person,
  from: Day,
  to: Day,
  language: 'sv' | 'en',
): Promise<CalendarEntry[]> {
  const [{ actors }, held] = await Promise.all([libraryOf(deps), recordsOf(deps.table, dialogues, { from, to })]);
  return held
    .filter((dialogue) => !dialogue.cancelled && (readsForRegion(person.roles) || dialogues.mayRead(person, dialogue)))
    .map(({ id, day, time, endTime, actorId, place }) => ({
      id: `dialogue-${id}`,
      starts: day,
      ends: day,
      time,
      endTime,
      title: dialogueTitle(actors.get(actorId)?.shortName ?? actorId, language),
      kind: 'dialogue',
      dialogueId: id,
      actorId,
      place,
    }));
}

async function activityEntries(deps: Deps, person: Person, from: Day, to: Day): Promise<CalendarEntry[]> {
  const all = await recordsOf(deps.table, activities, { to });
  return all
    .filter((activity) => activities.mayRead(person, activity))
    .flatMap((activity) =>
      occurrencesIn(activity, from, to).map(({ starts, ends }) => ({
        id: `activity-${activity.id}-${starts}`,
        starts,
        ends,
        time: activity.time,
        endTime: activity.endTime,
        title: activity.title,
        kind: 'activity' as const,
        activityId: activity.id,
        activityKind: activity.kind,
        place: activity.place,
        description: activity.description,
      })),
    );
}
