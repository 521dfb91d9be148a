import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import type { Dialogue } from '@insatskollen/shared/dialogues/dialogue.ts';
import type { DialogueData } from '@insatskollen/shared/packs/dialogue.ts';
import { can } from '@insatskollen/shared/people/permissions.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { agendaFor } from '../dialogues/agenda.ts';
import { dialogues } from '../dialogues/dialogues.ts';
import { peopleByIds } from '../people/store.ts';
import { recordOf, recordsOf } from '../records/store.ts';
import { libraryOf } from '../strategy/library.ts';
import type { Pack } from './packStore.ts';

/** The dialogue of an id, or the next with an actor, or else the last one; none where there is none that is to be held. */
export async function dialogueFor(
  deps: Deps,
  { dialogue: id, actor }: { dialogue?: string | undefined; actor?: string | undefined },
): Promise<Dialogue | undefined> {
  if (id !== undefined) return recordOf(deps.table, dialogues, id);
  if (actor === undefined) return undefined;
  const held = (await recordsOf(deps.table, dialogues, { actorId: actor })).filter(({ cancelled }) => !cancelled);
  const today = stockholmDay(deps.businessNow());
  return held.findLast(({ day }) => day >= today) ?? held[0];
}

/** All that a dialogue's sheet says, as whoever asked for it may know it; 404 where that is no longer so. */
export async function dialogueData(
  deps: Deps,
  { dialogue: of, personId, language, asOf }: Pack,
): Promise<DialogueData> {
  const [dialogue, people, library] = await Promise.all([
    of && recordOf(deps.table, dialogues, of.id),
    peopleByIds(deps, [personId]),
    libraryOf(deps),
  ]);
  const person = people.get(personId);
  if (!dialogue || !person || !can(person, 'dialogue.change')) throw new Refused('notFound');
  const { reports, actions } = await agendaFor(deps, dialogue, person);
  return {
    ...{ language, asOf, dialogue, actions },
    synthetic: deps.settings.demo,
    actor: library.actors.get(dialogue.actorId)?.shortName ?? dialogue.actorId,
    reports: reports.map((report) => ({
      ...report,
      initiative: library.initiatives.get(report.initiativeId)?.title ?? report.initiativeId,
    })),
    indicators: library.indicators,
    questions: new Map([...library.questions.values()].map(({ id, name }) => [id, name])),
  };
}
