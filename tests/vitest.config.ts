import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longestFirst.ts';

/** Unit, integration, infrastructure and browser tests alike: what a test needs beyond the rules, it starts itself on a port of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // Files keep nothing that outlives them, and share what they import: to load it all for each takes a fifth of their time.
    isolate: false,
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
