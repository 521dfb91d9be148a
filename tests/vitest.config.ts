import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longestFirst.ts';

/** Tests of the product as processes: each file has a worker of its own, which ends with all that was started in it. */
const processes = ['tests/{e2e,infra/local,infra/server}/**/*.test.ts'];

/** Unit, integration, infrastructure and browser tests alike: what a test needs beyond the rules, it starts itself on a port of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { extends: true, test: { name: 'processes', include: processes } },
      // The others keep nothing that outlives a file, and share what they import: to load the product for each takes half of their time.
      {
        extends: true,
        test: { name: 'in process', include: ['tests/**/*.test.ts'], exclude: processes, isolate: false },
      },
    ],
    setupFiles: ['tests/afterEachFile.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Generous, since two cores may be shared with much else: a limit is here to end a hang, never to judge speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // What a test prints is shown when it fails.
    silent: 'passed-only',
    allowOnly: false,
    passWithNoTests: false,
  },
});
