import { createApp } from '@insatskollen/functions/app.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { connectTo } from '@insatskollen/infra/local/tableService.ts';
import { newId } from '@insatskollen/infra/server/ids.ts';
import { loadPages } from '@insatskollen/infra/server/pages.ts';
import { startServer } from '@insatskollen/infra/server/server.ts';
import { z } from 'zod';
import { benchNow } from './madeUp.ts';
import { AskSchema, BeginSchema, type Usage } from './usage.ts';

const used = { requests: 0, beside: 0, readUnits: 0, writeUnits: 0 };
let consumed = false;

const ConsumedSchema = z.object({ CapacityUnits: z.number() });
const AnswerSchema = z.object({
  ConsumedCapacity: z.union([ConsumedSchema.transform((one) => [one]), z.array(ConsumedSchema)]).default([]),
});

/** Whether a request is about who asks, for the library, or whether all is ready: by the beginning of the keys that it names. */
const isBeside = (input: object): boolean => /"(SESSION#|TOKEN#|PEOPLE|LIBRARY#|META")/.test(JSON.stringify(input));

/** Counts what leaves for the table, and what it cost where that is asked for. */
const counting =
  (send: Send): Send =>
  async (command) => {
    used.requests += 1;
    if (isBeside(command.input)) used.beside += 1;
    if (!consumed) return send(command);
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const answer = await send(command);
    const reads = ['GetCommand', 'QueryCommand', 'BatchGetCommand'].includes(command.constructor.name);
    for (const { CapacityUnits } of AnswerSchema.parse(answer).ConsumedCapacity)
      used[reads ? 'readUnits' : 'writeUnits'] += CapacityUnits;
    return answer;
  };

async function begin(message: unknown): Promise<void> {
  const { endpoint, tableName, port, handler } = BeginSchema.parse(message);
  const origin = `http://localhost:${port}`;
  const started = performance.now();
  const from = Date.parse(benchNow);
  const deps: Deps = {
    table: connectTo(endpoint, tableName).through(counting),
    businessNow: () => new Date(Math.floor(from + performance.now() - started)),
    systemNow: () => new Date(),
    newId,
    settings: {
      stage: 'local',
      origin,
      demo: true,
      demoClock: true,
      openId: { issuer: origin, clientId: 'insatskollen', clientSecret: '' },
    },
  };
  const app = createApp(deps);
  const pages = await loadPages(handler);
  await startServer((request, beside) => app.fetch(request, beside), pages, { origin, port, hosts: ['127.0.0.1'] });
  process.on('message', (question) => {
    consumed = AskSchema.parse(question).consumed;
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      cpuMs: (user + system) / 1000,
      rssMb: process.memoryUsage.rss() / 1024 / 1024,
      ...used,
    };
    process.send?.(usage);
  });
  process.send?.('ready');
}

process.on('disconnect', () => process.exit());
process.once('message', (message) => {
  begin(message).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
