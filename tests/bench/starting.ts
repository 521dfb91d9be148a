import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@insatskollen/infra/local/ports.ts';
import { quantile, rounded } from './measure.ts';
import { serverFlags } from './serverProcess.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const AGAIN_MS = 10;
const TOO_LATE_MS = 120_000;

/** Seconds from the command to the first page, at the median: in an empty folder, and in one with data. The pages are built. */
export interface Starting {
  firstSeconds: number;
  secondSeconds: number;
}

export async function measureStarting(times: number): Promise<Starting> {
  const [first, second]: [number[], number[]] = [[], []];
  for (let n = 0; n < times; n++) {
    const folder = mkdtempSync(join(tmpdir(), 'insatskollen-bench-start-'));
    try {
      first.push(await secondsToFirstPage(folder));
      second.push(await secondsToFirstPage(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { firstSeconds: rounded(quantile(first, 0.5), 2), secondSeconds: rounded(quantile(second, 0.5), 2) };
}

async function secondsToFirstPage(dataDir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, join(root, 'infra/local/start.ts')], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  try {
    while (!(await answers(`http://localhost:${port}/logga-in`))) {
      if (child.exitCode !== null || performance.now() - began > TOO_LATE_MS)
        throw new Error('the product did not start');
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** Until everything is ready the door answers 503. */
const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    async (answer) => {
      await answer.text();
      return answer.status === 200;
    },
    () => false,
  );
