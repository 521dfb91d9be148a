import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Where the run wants the tally written: read by `run.ts`, which starts this reporter. */
export const tallyFileVariable = 'TALLY_FILE';

/** Counts every test as one, and as one failure each file that did not load, each hook that threw, and each error outside of tests. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env[tallyFileVariable];
    if (file) writeTally(file, tallyOf(modules, unhandledErrors));
  }
}

function tallyOf(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): Tally {
  const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    if (module.errors().length > 0) tally.failed += 1;
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) tally.failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') tally.passed += 1;
      else if (state === 'failed') tally.failed += 1;
      else tally.skipped += 1;
    }
  }
  return tally;
}

const writeTally = (file: string, { passed, failed, skipped }: Tally) =>
  writeFileSync(file, `${passed} ${failed} ${skipped}`);

/** What the reporter counted; nothing when it never came to the end. */
export function readTally(file: string): Tally {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [passed = 0, failed = 0, skipped = 0] = text.split(' ').map(Number);
  return { passed, failed, skipped };
}
