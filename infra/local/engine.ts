import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { Hindrance } from './hindrance.ts';
import { spawnOnLifeline } from './lifeline.ts';
import { freePort } from './ports.ts';

const TRIES = 5;

/** A DynamoDB-compatible engine that answers over HTTP on loopback. */
export interface Engine {
  endpoint: string;
  /** Fulfilled when the engine has ended, whoever ended it. */
  ended: Promise<void>;
  stop: () => Promise<void>;
  /** Lets this process end although the engine runs; the engine then ends too. */
  unref(): void;
}

/** Starts the embedded engine with its data in `file`, or in memory without one. One engine a file: two are slow and fail. */
export async function startEngine(file?: string): Promise<Engine> {
  const binary = engineBinary();
  for (let tried = 1; ; tried++) {
    const port = await freePort();
    const child = spawnOnLifeline(binary, ['serve', '--port', String(port), ...(file ? ['--db-path', file] : [])]);
    const outcome = await listening(child);
    if (outcome === 'listening') return engineOf(child, `http://127.0.0.1:${port}`);
    if (tried === TRIES || !/in use/i.test(outcome)) {
      throw new Hindrance(
        `Tabellmotorn startar inte${file ? ` med filen ${file}` : ''}: ${outcome.trim() || 'den avslutades'}`,
      );
    }
  }
}

/** The engine of this platform, an optional dependency. */
export function engineBinary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const binary = join(home, 'dynoxide');
    accessSync(binary, constants.X_OK);
    return binary;
  } catch {
    throw new Hindrance(
      `Tabellmotorn ${name} är inte installerad. Kör npm ci, eller ange adressen till en annan DynamoDB-motor i DYNAMODB_ENDPOINT.`,
    );
  }
}

/** Waits until the engine says that it listens; answers with what it said instead when it ends first. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2_000);
      if (/listening on/i.test(said)) done('listening');
    });
    child.once('error', (error) => done(error.message));
    child.once('close', () => done(said));
  });
}

async function engineOf(child: ChildProcess, endpoint: string): Promise<Engine> {
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await answers(endpoint, child);
  return {
    endpoint,
    ended,
    async stop() {
      child.stdin?.end();
      await ended;
    },
    unref() {
      child.unref();
      for (const pipe of [child.stdin, child.stderr]) if (pipe instanceof Socket) pipe.unref();
    },
  };
}

/** It says that it listens a moment before it does. */
async function answers(endpoint: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answered = await fetch(endpoint).then(
      (answer) => answer.text(),
      () => undefined,
    );
    if (answered !== undefined) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Hindrance('Tabellmotorn avslutades medan den startade.');
}
