import { canonicalDecimal } from '../table/numbers.ts';

/** What asking a source needs of its surroundings. */
export interface Asking {
  fetch: typeof globalThis.fetch;
  /** Waits so many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
  systemNow: () => Date;
  /** How long one request may go unanswered. */
  patienceMs?: number;
}

/** The source knows nothing of what was asked for. */
export class NotThere extends Error {}
/** The source did not answer as it should, however often it was asked. */
export class SourceAway extends Error {}

const ATTEMPTS = 4;
const PATIENCE_MS = 20_000;
const FIRST_PAUSE_MS = 1_000;
/** A source that wants to be left alone for longer is asked at the next run. */
const LONGEST_PAUSE_MS = 120_000;

/**
 * Asks a source for JSON, whose numbers come as texts (`exactJson`). Tries again after a silence, a cut connection, what is no
 * JSON, 429 and 5xx: after as long as `Retry-After` says, else longer each time. Throws `NotThere` at 404 and 410, `SourceAway`
 * where nothing helps. Follows nobody to another address.
 */
export async function askJson(asking: Asking, url: URL, init: RequestInit = {}): Promise<unknown> {
  const { pause, patienceMs = PATIENCE_MS } = asking;
  let fault: unknown;
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    let wait = FIRST_PAUSE_MS * 2 ** tried;
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const answer = await asking.fetch(url, { redirect: 'error', ...init, signal });
      const text = await answer.text();
      if (answer.ok) return exactJson(text);
      if (answer.status === 404 || answer.status === 410)
        throw new NotThere(`${url.pathname} answered ${answer.status}`);
      if (answer.status !== 429 && answer.status < 500) throw new SourceAway(`answered ${answer.status}`);
      fault = `answered ${answer.status}`;
      wait = retryAfter(answer.headers.get('retry-after'), asking.systemNow()) ?? wait;
    } catch (error) {
      if (error instanceof NotThere || error instanceof SourceAway) throw error;
      fault = error;
    }
    if (wait > LONGEST_PAUSE_MS) break;
    if (tried < ATTEMPTS - 1) await pause(wait);
  }
  throw new SourceAway('the source does not answer', { cause: fault });
}

/** `Retry-After` in milliseconds: it is said in seconds, or as an instant. */
function retryAfter(said: string | null, now: Date): number | undefined {
  if (said === null) return undefined;
  const seconds = /^\d+$/.test(said.trim()) ? Number(said) * 1_000 : Date.parse(said) - now.getTime();
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** JSON with its numbers as canonical decimals in texts: none of them is ever binary floating point. */
export function exactJson(text: string): unknown {
  const exact = (_name: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number'
      ? canonicalDecimal(context?.source === '-0' ? '0' : (context?.source ?? String(value)))
      : value;
  return JSON.parse(text, exact) as unknown;
}
