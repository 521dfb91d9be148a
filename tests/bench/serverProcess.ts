import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { freePort } from '@insatskollen/infra/local/ports.ts';
import { UsageSchema, type Usage } from './usage.ts';

export interface Answer {
  status: number;
  etag: string | undefined;
  body: string;
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** The product's server in a process of its own, and the way to it. */
export interface ServerProcess {
  port: number;
  /** What it has used until now. `consumed`: whether the table's capacity is to be counted from now on. */
  usage(consumed?: boolean): Promise<Usage>;
  ask(ask: Ask): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts the server over a table: the API and the built pages, as they are deployed, over HTTP. */
export async function startServerProcess(over: {
  endpoint: string;
  tableName: string;
  handler: string;
}): Promise<ServerProcess> {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), { execArgv: execArgv() });
  const ended = once(child, 'exit');
  child.send({ ...over, port });
  const first = await Promise.race([once(child, 'message'), ended]);
  if (first[0] !== 'ready') throw new Error('the server did not start');
  const agent = new Agent({ keepAlive: true });
  return {
    port,
    async usage(consumed = false) {
      const answer = once(child, 'message');
      child.send({ consumed });
      return UsageSchema.parse((await answer)[0]);
    },
    ask: (ask) => send(agent, port, ask),
    async stop() {
      agent.destroy();
      child.disconnect();
      await ended;
    },
  };
}

/** As `npm start` and the cloud's `run.sh` say: the heap is swept often, so that memory stays small. */
export const serverFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50'];

/** `BENCH_PROFILE` names a folder for the server's processor profile, to see where its time goes. */
const execArgv = (): string[] => {
  const folder = process.env['BENCH_PROFILE'];
  return [...serverFlags, ...(folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [])];
};

function send(agent: Agent, port: number, { method = 'GET', path, headers, body }: Ask): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((done, fail) => {
    const outgoing = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: {
          ...headers,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', fail);
        incoming.on('end', () =>
          done({
            status: incoming.statusCode ?? 0,
            etag: incoming.headers.etag,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', fail);
    outgoing.end(text);
  });
}
