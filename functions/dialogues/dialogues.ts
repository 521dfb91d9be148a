import {
  DialogueContentSchema,
  dialogueFaults,
  DialogueSchema,
  type Dialogue,
  type DialogueContent,
} from '@insatskollen/shared/dialogues/dialogue.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import { PageQuerySchema } from '../http/paging.ts';
import { leftWrite } from './openStore.ts';
import type { Recording } from '../records/routes.ts';

/** Coordinators read every dialogue, an actor's reporters its own. */
const mayRead = ({ roles, actorIds }: Person, { actorId }: Dialogue): boolean =>
  roles.includes('coordinator') || (roles.includes('reporter') && actorIds.includes(actorId));

/** Dialogues as they are read; `recordingDialogues` tells how they are written. */
export const dialogues = {
  kind: 'dialogue' as const,
  schema: DialogueSchema,
  mayRead,
};

/** How dialogues are kept. `known` tells which actors and reports there are. */
export const recordingDialogues = (known: {
  actors: () => Promise<ReadonlySet<string>>;
  reports: (of: DialogueContent['reports']) => Promise<(string | undefined)[]>;
}): Recording<DialogueContent, Dialogue> => ({
  ...dialogues,
  path: '/dialogues',
  of: 'a dialogue with an actor',
  read: 'dialogue.read',
  change: 'dialogue.change',
  content: DialogueContentSchema,
  placeOf: ({ day, actorId }) => ({ day, actorId }),
  alsoWrite: (dialogue) => [leftWrite(dialogue)],
  whole: (content, before, made) => ({ ...content, ...made, actions: before?.actions ?? [] }),
  faults: async (content, before, language) => {
    const [actors, owners] = await Promise.all([known.actors(), known.reports(content.reports)]);
    const owner = new Map(content.reports.map(({ agreementId, period }, n) => [`${agreementId} ${period}`, owners[n]]));
    const ask = {
      actor: (id: string) => actors.has(id),
      report: (of: { agreementId: string; period: string }) =>
        owner.get(`${of.agreementId} ${of.period}`) === content.actorId,
    };
    return dialogueFaults(content, before, ask, language);
  },
  query: PageQuerySchema.extend({ actor: z.string().max(100).optional() }),
  matches: ({ actorId }, { actor }) => actor === undefined || actor === actorId,
});
