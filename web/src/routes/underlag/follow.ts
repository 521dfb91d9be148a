/** How far a pack has come. */
export interface Standing {
  id: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  done: number;
}

const EVERY_MS = 700;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What the API says of each pack; those that cannot be read are left out. */
function standingsIn(answer: unknown): Standing[] {
  if (!isRecord(answer) || !Array.isArray(answer['items'])) return [];
  return answer['items'].flatMap((item: unknown) => {
    if (!isRecord(item) || !isRecord(item['progress'])) return [];
    const { id, state } = item;
    const { done } = item['progress'];
    if (state !== 'queued' && state !== 'running' && state !== 'done' && state !== 'failed') return [];
    return typeof id === 'string' && typeof done === 'number' ? [{ id, state, done }] : [];
  });
}

/** Asks every now and then how far the packs have come, until it is told to stop. `send` is the browser's own `fetch`. */
export function followPacks(show: (standings: Standing[]) => void, send: typeof fetch): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    send('/api/v1/packs', { signal: stopped.signal, headers: { accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then((answer: unknown) => show(standingsIn(answer)))
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
