import type { Answer } from './entries.ts';

/** What the browser offers for keeping things: `localStorage`, or anything like it. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One answer that the server has not acknowledged: what it was written on, and what was written. */
export interface Unsent {
  path: string;
  base: Answer;
  mine: Answer;
}

/** Whose writing in which report. Two people at one computer never meet each other's. */
export interface Writing {
  personId: string;
  agreementId: string;
  period: string;
}

const PREFIX = 'insatskollen:unsent:';
const prefixOf = ({ personId, agreementId, period }: Writing): string =>
  `${PREFIX}${personId}:${agreementId}/${period}:`;

/**
 * Keeps what is written in this browser until the server has acknowledged it: one item for each answer, so that two tabs that
 * write in different fields never undo each other. A browser that refuses to keep anything loses nothing else by it.
 */
export function unsentIn(keep: Keep | undefined, writing: Writing) {
  const prefix = prefixOf(writing);
  return {
    put({ path, base, mine }: Unsent): void {
      attempt(() => keep?.setItem(prefix + path, JSON.stringify({ base, mine })));
    },
    forget(path: string): void {
      attempt(() => keep?.removeItem(prefix + path));
    },
    all(): Unsent[] {
      const found: Unsent[] = [];
      attempt(() => {
        for (const key of keysOf(keep, prefix)) {
          const kept = read(keep?.getItem(key) ?? null);
          if (kept) found.push({ path: key.slice(prefix.length), ...kept });
        }
      });
      return found;
    },
  };
}
export type UnsentStore = ReturnType<typeof unsentIn>;

/** Reports that this person has unsent writing in, in this browser: `<agreementId>/<period>`. */
export function reportsWithUnsent(keep: Keep | undefined, personId: string): Set<string> {
  const prefix = `${PREFIX}${personId}:`;
  const reports = new Set<string>();
  attempt(() => {
    for (const key of keysOf(keep, prefix)) reports.add(key.slice(prefix.length).split(':')[0] ?? '');
  });
  return reports;
}

function keysOf(keep: Keep | undefined, prefix: string): string[] {
  const keys = Array.from({ length: keep?.length ?? 0 }, (_, at) => keep?.key(at) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

const isAnswer = (value: unknown): value is Answer =>
  value === null || typeof value === 'string' || (typeof value === 'object' && 'kind' in value);

function read(text: string | null): Omit<Unsent, 'path'> | undefined {
  const kept: unknown = JSON.parse(text ?? 'null');
  if (typeof kept !== 'object' || kept === null || !('base' in kept) || !('mine' in kept)) return undefined;
  return isAnswer(kept.base) && isAnswer(kept.mine) ? { base: kept.base, mine: kept.mine } : undefined;
}

/** Storage may be full, switched off, or hold what we did not put there: then there is nothing kept. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing else depends on it.
  }
}
