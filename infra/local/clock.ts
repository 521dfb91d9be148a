import { join } from 'node:path';
import { z } from 'zod';
import { fileNames, readJson, writeJson } from './dataFolder.ts';

const ClockSchema = z.object({ at: z.iso.datetime() });
/** How far ahead of itself the clock is written down: after a kill it goes on from there, so it never goes back. */
const AHEAD_MS = 60_000;

/** The demo's own time: it begins where the demo's data stand, and passes only while the product runs. */
export interface DemoClock {
  now: () => Date;
  /** Writes down exactly where it stopped. */
  stop(): void;
}

/** Where the demo's clock stands when nobody runs it. */
export function demoTimeOf(dataDir: string, beginsAt: string): Date {
  const kept = readJson(join(dataDir, fileNames.clock), ClockSchema);
  return new Date(kept?.at ?? beginsAt);
}

export function startDemoClock(dataDir: string, beginsAt: string): DemoClock {
  const file = join(dataDir, fileNames.clock);
  const from = demoTimeOf(dataDir, beginsAt).getTime();
  const started = performance.now();
  const now = () => new Date(Math.floor(from + performance.now() - started));
  const keep = (ahead: number) => writeJson(file, { at: new Date(now().getTime() + ahead).toISOString() });
  keep(AHEAD_MS);
  const timer = setInterval(() => keep(AHEAD_MS), AHEAD_MS / 2).unref();
  return {
    now,
    stop() {
      clearInterval(timer);
      keep(0);
    },
  };
}
