/**
 * `npm test`: every check and every test, closing with one line, `N passed, N failed`. A check counts as one, and so does each
 * test. Exit code 1 when anything failed, when a test file does not load, and when there are no tests.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTally, tallyFileVariable, type Tally } from './tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Tables and browsers of the tests lie in memory where a machine has a place for that, with room enough: each test makes many files. */
const ROOM_BYTES = 4 * 1024 ** 3;
const inMemory = mkdtempInMemory();
const env = {
  ...process.env,
  ...(inMemory ? { TMPDIR: inMemory } : {}),
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
};

/** A new folder in memory, where there is room. */
function mkdtempInMemory(place = '/dev/shm'): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize >= ROOM_BYTES ? mkdtempSync(join(place, 'insatskollen-')) : undefined;
  } catch {
    return undefined; // no such place, or not ours
  }
}

if (inMemory) {
  process.once('exit', () => rmSync(inMemory, { recursive: true, force: true }));
  // What lies there would stay in memory after a run that was broken off.
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
    process.once(signal, () => process.exit(code));
}

interface Check {
  name: string;
  command: string[];
  /** Another check that has to have ended. */
  after?: Check;
}
const build: Check = { name: 'build', command: ['node', 'infra/local/build.ts'] };
/** By its path: the compiler that the linter of components needs has a command of the same name. */
const tsc = 'node_modules/@typescript/native/bin/tsc';
const pages: Check = {
  name: 'types of the pages (svelte-check)',
  command: ['npm', 'run', '--silent', 'types', '--workspace', 'web'],
};
/** Two lanes side by side, one a core. What reads the types that SvelteKit makes of the routes stands after the check that has them made. */
const lanes: Check[][] = [
  [build, pages, { name: 'unused files, exports and dependencies (knip)', command: ['knip'] }],
  [
    { name: 'format (oxfmt)', command: ['oxfmt', '--check'] },
    { name: 'types (tsc)', command: ['node', tsc, '--noEmit'] },
    { name: 'lint of the components (eslint)', command: ['eslint', '.'] },
    { name: 'lint (oxlint)', command: ['oxlint'], after: pages },
  ],
];

interface Ended {
  code: number;
  output: string;
}
function run(command: string[], options: { shown: boolean; env?: Record<string, string> }): Promise<Ended> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    let output = '';
    const take = (chunk: string) => (output += chunk);
    const stdio = options.shown ? 'inherit' : 'pipe';
    const child = spawn(program, args, { cwd: root, env: { ...env, ...options.env }, stdio: ['ignore', stdio, stdio] });
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const begun = new Map<Check, Promise<boolean>>();
function runCheck(check: Check): Promise<boolean> {
  const running = begun.get(check) ?? runOnce(check);
  begun.set(check, running);
  return running;
}

async function runOnce({ name, command, after }: Check): Promise<boolean> {
  if (after) await runCheck(after);
  const since = performance.now();
  const { code, output } = await run(command, { shown: false });
  const passed = code === 0;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}, ${seconds(since)}`);
  if (!passed) console.log(`\n$ ${command.join(' ')}\n${output.trimEnd()}\n`);
  return passed;
}

async function runLane(lane: readonly Check[]): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const check of lane) results.push(await runCheck(check));
  return results;
}

async function runTests(): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  const file = join(folder, 'tally.json');
  const command = [
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=./tests/tally.ts',
  ];
  try {
    const { code } = await run(command, { shown: true, env: { [tallyFileVariable]: file } });
    const tally = readTally(file);
    const found = tally.passed + tally.failed > 0;
    // Whatever the runner calls a failure is one, also when no single test carries it.
    if (tally.failed === 0 && (code !== 0 || !found)) tally.failed = 1;
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The tests need what is built and a core: they begin as the first lane ends, beside what is left of the other.
const running = lanes.map(runLane);
await running[0];
const tests = await runTests();
const checks = (await Promise.all(running)).flat();
const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((check) => !check).length;
if (tests.skipped > 0) console.log(`${tests.skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
