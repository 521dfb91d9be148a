import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { compileCacheFolder } from './compileCache.ts';
import { Hindrance } from './hindrance.ts';
import { refuseOutsideLocalMode } from './localOnly.ts';

/** An embedded piece in a process of its own, which ends when this one does. */
export interface Part {
  /** What it said when it was ready. */
  said: unknown;
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the piece whose entry is `file` (beside this one), and waits until it is ready. */
export async function startPart(file: string, settings: object): Promise<Part> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCacheFolder },
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2_000)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const said = new Promise<unknown>((done) => child.once('message', done));
  child.send(settings);
  const first = await Promise.race([said.then((message) => ({ message })), ended]);
  if (!first) throw new Hindrance(`${file} startar inte: ${complaint.trim() || 'den avslutades'}`);
  return {
    said: first.message,
    ended,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The other side: runs a piece with the settings that it is sent, says that it is ready, and ends with the process that started it. */
export function runPart<S extends z.ZodType>(schema: S, start: (settings: z.output<S>) => Promise<object>): void {
  refuseOutsideLocalMode(process.env);
  if (!process.send) throw new Hindrance('Den här delen startas av npm start.');
  process.on('disconnect', () => process.exit());
  // A signal to the whole group is for the one who started this to act upon: it stops what is under way first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  process.once('message', (message) => {
    start(schema.parse(message)).then(
      (ready) => process.send?.(ready),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  });
}
