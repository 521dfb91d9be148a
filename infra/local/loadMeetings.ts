import type { Deps } from '@insatskollen/functions/deps.ts';
import { freeze } from '@insatskollen/functions/dialogues/decisions.ts';
import { leftWrite } from '@insatskollen/functions/dialogues/openStore.ts';
import { recordWrite, type Place } from '@insatskollen/functions/records/store.ts';
import { changeWrite } from '@insatskollen/functions/history/changes.ts';
import type { RecordKind } from '@insatskollen/functions/table/keys.ts';
import { readDemoMeetings } from './data/read.ts';

/** Enters the demo's activities, dialogues, decisions and lessons as a coordinator did. */
export async function loadDemoMeetings(deps: Deps, by: string): Promise<void> {
  const { activities, dialogues, decisions, lessons } = readDemoMeetings();
  const enter = async <T extends { id: string }>(kind: RecordKind, thing: T, place: Place, at: string) => {
    const after = { ...thing, version: 1 };
    const businessNow = () => new Date(at);
    await deps.table.transact([
      recordWrite(kind, after, place),
      changeWrite({ businessNow }, { kind, id: thing.id, version: 1, what: 'created', by, after }),
    ]);
  };
  // What is entered before the demo begins was entered then, what is to come a while ago.
  const entered = (day: string) => `${day < '2026-11-01' ? day : '2026-11-01'}T08:00:00.000Z`;
  for (const activity of activities)
    await enter('activity', activity, { day: activity.starts, actorId: null }, entered(activity.starts));
  for (const dialogue of dialogues) {
    await enter('dialogue', dialogue, { day: dialogue.day, actorId: dialogue.actorId }, entered(dialogue.day));
    await deps.table.transact([leftWrite({ ...dialogue, version: 1 })]);
  }
  for (const { writtenAt, ...decision } of decisions) {
    // The figures as they stood when it was decided, as if it had been written down then.
    const figures = await freeze(deps, decision, new Date(writtenAt).toISOString());
    await enter('decision', { ...decision, figures }, { day: decision.day, actorId: null }, writtenAt);
  }
  for (const lesson of lessons) {
    const at = new Date(lesson.at).toISOString();
    await enter('lesson', { ...lesson, at }, { day: at.slice(0, 10), actorId: lesson.actorId }, at);
  }
}
