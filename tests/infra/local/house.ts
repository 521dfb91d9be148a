import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { freePort } from '@insatskollen/infra/local/ports.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const groups = new Set<number>();

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'insatskollen-test-'));

/** Ends, for certain, whatever a test has left running. */
export function endEverything(): void {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
  groups.clear();
}

/** Waits until something is so, however slow the machine is; the test's own limit ends a wait for what never comes. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((done) => setTimeout(done, 50));
}

/** Runs one of the commands to its end, as its npm script does. */
export function run(command: string, args: string[], env: Record<string, string>, input = '') {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(process.execPath, [`infra/local/${command}.ts`, ...args], {
      cwd: root,
      env: { ...clean, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
}

/** What the surroundings of the tests say is not for what they start. */
const clean = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|VITEST|PORT$|DATA_DIR$|DEMO$|CLOCK$|STAGE$|DYNAMODB_)/.test(name),
  ),
);

const HealthSchema = z.object({
  ok: z.boolean().default(false),
  demo: z.boolean().optional(),
  demoClock: z.boolean().optional(),
  now: z.string().default(''),
});
type Health = z.infer<typeof HealthSchema>;

export interface House {
  origin: string;
  env: { PORT: string; DATA_DIR: string };
  child: ChildProcess;
  /** Everything it has printed. */
  said(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  health(): Promise<Health>;
  /** Every process of it that lives, itself included. */
  processes(): { pid: number; command: string }[];
  kill(signal: NodeJS.Signals): void;
}

/** Begins a start, in a process group of its own; `ready` waits for it. */
export async function begin(env: Record<string, string> = {}, through: 'node' | 'npm' = 'node'): Promise<House> {
  const ours = { PORT: String(await freePort()), DATA_DIR: newFolder(), ...env };
  const [program, args] = through === 'npm' ? ['npm', ['start']] : [process.execPath, ['infra/local/start.ts']];
  const child = spawn(program, args, {
    cwd: root,
    env: { ...clean, ...ours },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const group = child.pid ?? 0;
  groups.add(group);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const origin = `http://localhost:${ours.PORT}`;
  return {
    origin,
    env: { PORT: ours.PORT, DATA_DIR: ours.DATA_DIR },
    child,
    said: () => said,
    ended: new Promise((done) => child.once('exit', (code) => done(code))),
    async health() {
      const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
      const health = HealthSchema.parse(answer ? await answer.json() : {});
      return { ...health, ok: health.ok && answer?.status === 200 };
    },
    processes: () => processesOf(group),
    kill: (signal) => void child.kill(signal),
  };
}

/** Starts, and waits until all is ready. */
export async function start(env: Record<string, string> = {}, through: 'node' | 'npm' = 'node'): Promise<House> {
  const house = await begin(env, through);
  let code: number | null | undefined;
  void house.ended.then((ended) => (code = ended));
  await until(async () => {
    if (code !== undefined) throw new Error(`it ended with ${code}: ${house.said()}`);
    return (await house.health()).ok && house.said().includes('Ctrl-C');
  });
  return house;
}

function processesOf(group: number): { pid: number; command: string }[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,pgid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return rows.flatMap((row) => {
    const [, pid, of, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(row) ?? [];
    return Number(of) === group && !state?.startsWith('Z') ? [{ pid: Number(pid), command: command ?? '' }] : [];
  });
}
