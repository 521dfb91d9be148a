import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readTally, tallyFileVariable } from './tally.ts';

/** Runs the test runner over made-up files, as `run.ts` does over ours. */
async function tallyOfFiles(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'tally-test-'));
  try {
    for (const [name, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), source);
    }
    const tallyFile = join(folder, 'tally');
    const runner = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
    const reporter = fileURLToPath(new URL('tally.ts', import.meta.url));
    const args = [runner, 'run', '--root', folder, '--globals', '--reporter', reporter];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, [tallyFileVariable]: tallyFile },
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    return { code, ...readTally(tallyFile) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the tally counts tests one by one, and a file that does not load, a hook that throws and a stray error as failures', async () => {
  const tally = await tallyOfFiles({
    'counts.test.js': `
      test('one', () => {}); describe('inside', () => { test('two', () => {}); test('three', () => { throw new Error('wrong'); }); });
      test.skip('four', () => {});`,
    'does-not-load.test.js': `import './nowhere.js'; test('never', () => {});`,
    'hook.test.js': `describe('behind a hook', () => { beforeAll(() => { throw new Error('hook'); }); test('never', () => {}); });`,
    'stray.test.js': `test('five', async () => { setTimeout(() => { throw new Error('stray'); }); await new Promise((go) => setTimeout(go, 50)); });`,
  });
  expect(tally).toEqual({ code: 1, passed: 3, failed: 4, skipped: 2 });
});

test('no tests at all is a failure', async () => {
  expect(await tallyOfFiles({ 'readme.txt': 'nothing to run' })).toEqual({ code: 1, passed: 0, failed: 0, skipped: 0 });
});
