import { formatsOf, type PackFormat } from '@insatskollen/shared/packs/kinds.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, noStore, type Api, type Call } from '../http/endpoint.ts';
import { ConditionFailed } from '../table/client.ts';
import { askedFrom } from './asked.ts';
import { newPack, firstWrite, nextWrite, packOf, packsOf, type Pack } from './packStore.ts';
import { keptFile } from './partStore.ts';
import { answerOf, AskSchema, FileQuerySchema, PackAnswerSchema, PackListSchema } from './schemas.ts';

const contentTypes: Record<PackFormat, string> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const fileNames = {
  sv: { board: 'lagesbild', yearly: 'uppfoljningsrapport', dialogue: 'dialog' },
  en: { board: 'board', yearly: 'follow-up-report', dialogue: 'dialogue' },
} as const;

/** Packs for meetings and reports (requirement R33): asked for here, made by whoever the stream tells (`stream.ts`), fetched here. */
export function mountPacks(api: Api, deps: Deps): void {
  /** The caller's own pack; another's is not there. */
  const ownOr404 = async ({ caller, params }: Call<unknown, unknown>): Promise<Pack> => {
    const pack = await packOf(deps, caller.person.id, params['id'] ?? '');
    if (!pack) throw new Refused('notFound');
    return pack;
  };

  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/packs',
      summary: 'My own packs, the latest first',
      action: 'pack.read',
      answer: PackListSchema,
    },
    async (call) => call.json({ items: (await packsOf(deps, call.caller.person.id)).map(answerOf) }),
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/packs',
      summary:
        'Ask for a pack: slides for a board, the yearly report, or the sheet for a dialogue. It is made afterwards',
      action: 'pack.make',
      body: AskSchema,
      answer: PackAnswerSchema,
      status: 202,
    },
    async (call) => {
      const body = await call.readBody();
      const pack = newPack(deps, await askedFrom(deps, call, body));
      const answer = answerOf(pack);
      try {
        await deps.table.transact([firstWrite(pack), ...call.idempotency.remember(202, answer)]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        await call.idempotency.recallAgain();
        throw new Refused('busy');
      }
      return call.json(answer, { status: 202 });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/packs/{id}',
      summary: 'How far a pack of mine has come',
      action: 'pack.read',
      answer: PackAnswerSchema,
    },
    async (call) => call.json(answerOf(await ownOr404(call))),
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/packs/{id}/retry',
      summary: 'Start a pack again that failed: what was made of it stays',
      action: 'pack.make',
      answer: PackAnswerSchema,
      status: 202,
    },
    async (call) => {
      await call.readBody();
      const pack = await ownOr404(call);
      if (pack.state !== 'failed') throw new Refused('wrongState', { state: pack.state, states: ['failed'] });
      const next: Pack = { ...pack, state: 'queued', failure: null, turn: pack.turn + 1, tries: 0 };
      const answer = answerOf(next);
      try {
        await deps.table.transact([nextWrite(next, pack.turn), ...call.idempotency.remember(202, answer)]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        await call.idempotency.recallAgain();
        throw new Refused('busy');
      }
      return call.json(answer, { status: 202 });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/packs/{id}/file',
      summary: 'A finished pack as a file; format= where its kind has several',
      action: 'pack.read',
      query: FileQuerySchema,
      answer: z.string(),
      answerType: Object.values(contentTypes),
    },
    async (call) => {
      const pack = await ownOr404(call);
      const { kind, language, from, to, state, dialogue } = pack;
      if (state !== 'done') throw new Refused('wrongState', { state, states: ['done'] });
      const format = call.query.format ?? formatsOf[kind][0];
      const bytes = await keptFile(deps, pack, format);
      if (!bytes) throw new Refused('notFound');
      const of = dialogue ? `${dialogue.actorId}-${dialogue.day}` : from === to ? from : `${from}-${to}`;
      const name = `${fileNames[language][kind]}-${of}.${format}`;
      return new Response(new Uint8Array(bytes), {
        headers: {
          ...noStore,
          'content-type': contentTypes[format],
          'content-disposition': `attachment; filename="${name}"`,
        },
      });
    },
  );
}
