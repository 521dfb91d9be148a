import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { fileNames, readJson, writeJson } from './dataFolder.ts';

const RunningSchema = z.object({
  pid: z.number().int(),
  /** Address of the product. */
  origin: z.url(),
  /** Address of the table engine. */
  endpoint: z.url(),
  issuer: z.url(),
  /** True where the engine is the embedded one, which has the folder's file open. */
  embedded: z.boolean(),
});
/** What a server that runs says of itself, to the tools of the command line. Only the lock says whether it still runs. */
export type Running = z.infer<typeof RunningSchema>;

const fileIn = (dataDir: string) => join(dataDir, fileNames.running);

export const readRunning = (dataDir: string): Running | undefined => readJson(fileIn(dataDir), RunningSchema);
export const writeRunning = (dataDir: string, running: Running): void => writeJson(fileIn(dataDir), running);
export const forgetRunning = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });

const WAIT_MS = 10_000;

/** After a server that was killed: waits until its engine, which then ends by itself, has let go of the file. */
export async function waitForEngineToEnd(dataDir: string): Promise<void> {
  const left = readRunning(dataDir);
  if (!left?.embedded) return;
  const until = Date.now() + WAIT_MS;
  while ((await answers(left.endpoint)) && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
  forgetRunning(dataDir);
}

function answers(endpoint: string): Promise<boolean> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const settle = (answered: boolean) => {
      socket.destroy();
      done(answered);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}
