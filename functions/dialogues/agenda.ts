import { agendaOf, type AgendaReport } from '@insatskollen/shared/dialogues/agenda.ts';
import { actionsFromLastTime, type Agreed, type Dialogue } from '@insatskollen/shared/dialogues/dialogue.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import type { Deps } from '../deps.ts';
import { recordsOf } from '../records/store.ts';
import { openReport, readContents } from '../reports/load.ts';
import { libraryOf } from '../strategy/library.ts';
import { dialogues } from './dialogues.ts';

/** What to talk about in a dialogue, as somebody may know of it: its reports, and what was agreed before. 404 where a report is not theirs. */
export async function agendaFor(
  deps: Deps,
  dialogue: Dialogue,
  person: Person,
): Promise<{ reports: (AgendaReport & { initiativeId: string })[]; actions: Agreed[] }> {
  const { indicators } = await libraryOf(deps);
  const reports = await Promise.all(
    dialogue.reports.map(async ({ agreementId, period }) => {
      const { head, remarks } = await openReport(deps.table, agreementId, period, person);
      // As the region sees it, for its actor too: what is submitted, and never a draft.
      const { terms, latest, earlier } = await readContents(deps.table, { head, access: 'region' });
      const of = agendaOf(head, terms, latest?.answers, remarks, earlier, indicators);
      return { ...of, initiativeId: head.initiativeId };
    }),
  );
  const all = await recordsOf(deps.table, dialogues, { actorId: dialogue.actorId });
  return { reports, actions: actionsFromLastTime(all, dialogue) };
}
