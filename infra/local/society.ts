import type { Deps } from '@insatskollen/functions/deps.ts';
import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { fetchSociety } from '@insatskollen/functions/societal/fetching.ts';
import type { Places } from '@insatskollen/functions/societal/sources.ts';

const SOON_MS = 10_000;
const EVERY_MS = 24 * 3_600_000;

/**
 * Asks the open sources soon and then once a day, where somebody has said where they are; answers how to end that. What is under
 * way is left to end by itself: it writes one series at a time, whole.
 */
export function fetchRegularly(deps: Deps, sources: Places, soonMs = SOON_MS): () => void {
  if (sources.kolada === undefined && sources.pxweb === undefined) return () => {};
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;
  const pause = (milliseconds: number) =>
    new Promise<void>((done, fail) => {
      if (stopped) fail(new Error('stopped'));
      else setTimeout(done, milliseconds).unref();
    });
  const run = () =>
    void fetchSociety({ ...deps, fetch: globalThis.fetch, pause, sources }).catch((error: unknown) => {
      if (!stopped)
        console.error(JSON.stringify({ level: 'error', event: 'societyFetchFailed', ...kindAndPlace(error) }));
    });
  timers.add(setTimeout(run, soonMs).unref());
  timers.add(setInterval(run, EVERY_MS).unref());
  return () => {
    stopped = true;
    for (const timer of timers) clearTimeout(timer);
  };
}
