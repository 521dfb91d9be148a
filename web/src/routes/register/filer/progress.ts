import type { ExportKind } from '@insatskollen/shared/exports/columns.ts';

/** A file that is being read in: how many of the things in it are written. `total` is `null` while it is checked. */
export interface Running {
  kind: ExportKind;
  done: number;
  total: number | null;
}

const EVERY_MS = 700;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What the API says is running; `undefined` where it says nothing that can be read. */
function runningIn(answer: unknown): Running | null | undefined {
  if (!isRecord(answer)) return undefined;
  const { running } = answer;
  if (running === null) return null;
  if (!isRecord(running)) return undefined;
  const { kind, done, total } = running;
  if (kind !== 'initiatives' && kind !== 'agreements' && kind !== 'targets') return undefined;
  if (typeof done !== 'number' || (total !== null && typeof total !== 'number')) return undefined;
  return { kind, done, total };
}

/** Asks every now and then how far the file has come, and shows it, until it is told to stop. `send` is the browser's own `fetch`. */
export function followImport(show: (running: Running | null) => void, send: typeof fetch): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    send('/api/v1/imports/progress', { signal: stopped.signal, headers: { accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then((answer: unknown) => {
        const running = runningIn(answer);
        if (running !== undefined) show(running);
      })
      // Whoever cannot be answered just now is asked again.
      .catch(() => undefined)
      .finally(() => {
        if (!stopped.signal.aborted) timer = setTimeout(ask, EVERY_MS);
      });
  };
  timer = setTimeout(ask, EVERY_MS);
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
