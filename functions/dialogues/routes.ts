import { ActionContentSchema, withAction, withChangedAction } from '@insatskollen/shared/dialogues/dialogue.ts';
import { aDay, optionalText } from '@insatskollen/shared/oneLine.ts';
import { EntrySchema } from '@insatskollen/shared/reports/answers.ts';
import { ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { refuseStale } from '../history/expected.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { mountRecords, recordOr404, writeRecord } from '../records/routes.ts';
import { readHead } from '../reports/headStore.ts';
import { libraryNow } from '../strategy/library.ts';
import { headKey } from '../table/keys.ts';
import { agendaFor } from './agenda.ts';
import { recordingDialogues } from './dialogues.ts';
import { AgreedSchema } from './openStore.ts';

const version = z.number().int().optional();
const NewActionSchema = z.strictObject({ ...ActionContentSchema.shape, version });
/** What the actor may say of an action: that it is done, and something about it. */
const FollowSchema = z.strictObject({
  done: aDay.nullish().transform((day) => day ?? null),
  comment: optionalText(500),
  version,
});
const AgendaSchema = z.object({
  reports: z.array(
    z.object({
      agreementId: z.string(),
      period: z.string(),
      initiativeId: z.string(),
      state: ReportStateSchema,
      version: z.number(),
      figures: z.array(
        z.object({
          indicatorId: z.string(),
          entry: EntrySchema.nullable(),
          target: z.string().nullable(),
          deviates: z.boolean(),
          explanation: z.string().nullable(),
        }),
      ),
      remarks: z.array(z.object({ path: z.string(), text: z.string() })),
      texts: z.array(z.object({ questionId: z.string(), name: z.string(), text: z.string() })),
    }),
  ),
  /** Agreed in earlier dialogues with the actor, and open or done since the last one. */
  actions: z.array(AgreedSchema),
});

/** Dialogues with actors around reports: the meeting, its agenda, and what was agreed (requirements R2, R24 and R25). */
export function mountDialogues(api: Api, deps: Deps): void {
  const recording = recordingDialogues({
    actors: async () => new Set((await libraryNow(deps)).actors.keys()),
    reports: async (of) => {
      if (of.length === 0) return [];
      const unique = new Map(
        of.map(({ agreementId, period }) => [`${agreementId} ${period}`, headKey(agreementId, period)]),
      );
      const items = await deps.table.getMany([...unique.values()]);
      const owners = new Map([...unique.keys()].map((key, n) => [key, items[n] && readHead(items[n]).actorId]));
      return of.map(({ agreementId, period }) => owners.get(`${agreementId} ${period}`));
    },
  });
  mountRecords(api, deps, recording);
  const at = `${recording.path}/{id}`;

  mount(
    api,
    deps,
    {
      method: 'get',
      path: `${at}/agenda`,
      summary: 'What to talk about: the reports’ figures, deviations and open remarks, and what was agreed last time',
      action: 'dialogue.read',
      answer: AgendaSchema,
    },
    async (call) => {
      const dialogue = await recordOr404(deps, recording, call);
      return call.json(await agendaFor(deps, dialogue, call.caller.person));
    },
  );

  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${at}/actions`,
      summary: 'Agree on an action: who does what until when',
      action: 'dialogue.change',
      body: NewActionSchema,
      answer: recording.schema,
      status: 201,
      ifMatch: true,
    },
    async (call) => {
      const before = await recordOr404(deps, recording, call);
      const { version: sent, ...action } = await call.readBody();
      await refuseStale(deps, call, sent, { kind: 'dialogue', id: before.id, version: before.version });
      const { dialogue, errors } = withAction(before, action, call.language);
      if (!dialogue) throw new Refused('invalid', { errors });
      const after = { ...dialogue, version: before.version + 1 };
      return writeRecord(deps, recording, call, { before, after, what: 'agreed', status: 201 });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'put',
      path: `${at}/actions/{n}`,
      summary: 'Change an agreed action, or say that it is done; the actor says so of its own',
      action: 'dialogue.follow',
      body: z.union([NewActionSchema, FollowSchema]),
      answer: recording.schema,
      ifMatch: true,
    },
    async (call) => {
      const before = await recordOr404(deps, recording, call);
      const n = call.params['n'] ?? '';
      const action = before.actions.find(({ id }) => id === n);
      if (!action) throw new Refused('notFound');
      const { version: sent, ...change } = await call.readBody();
      const coordinates = call.caller.person.roles.includes('coordinator');
      if (!coordinates && ('text' in change || action.side !== 'actor')) throw new Refused('notAllowed');
      await refuseStale(deps, call, sent, { kind: 'dialogue', id: before.id, version: before.version });
      const after = withChangedAction(before, n, change);
      if (!after) throw new Refused('notFound');
      const what = action.done === null && change.done !== null ? 'done' : 'changed';
      return writeRecord(deps, recording, call, {
        before,
        after: { ...after, version: before.version + 1 },
        what,
        status: 200,
      });
    },
  );
}
