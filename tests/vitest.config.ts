import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longestFirst.ts';

/** Tests that start processes, or change what all modules of theirs share. */
const processes = ['tests/{e2e,infra}/**/*.test.ts'];

/** Unit, integration, infrastructure and browser tests alike: what a test needs beyond the rules, it starts itself on a port of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { extends: true, test: { name: 'processes', include: processes } },
      // These hold nothing of their own that outlives a file, and share what they import: to load the product anew for each is half of their time.
      {
        extends: true,
        test: { name: 'in process', include: ['tests/**/*.test.ts'], exclude: processes, isolate: false },
      },
    ],
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
