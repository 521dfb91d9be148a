import type { DraftApi, SavedReport, SaveRefusal } from './draftApi.ts';
import { createLedger, type Conflict, type LedgerHost, type Others } from './draftLedger.ts';
import { answerAt, idOf, patchOf, type Written } from './entries.ts';
import { remarkOf } from './remarkAnswer.ts';
import type { UnsentStore } from './unsent.ts';

/** How long a pause in the writing is before it is saved, and how long writing without a pause may go on unsaved. */
const PAUSE_MS = 900;
const LONGEST_MS = 8_000;
const SIGNED_OUT_MS = 15_000;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000] as const;
/** What a browser lets a request carry that outlives its page, in characters that may each take three bytes. */
const LEAVING_CHARACTERS = 20_000;
/** How often one round of saving may find that others have saved meanwhile. */
const ROUNDS = 4;
const nobody: Others = { conflicts: new Map(), people: {} };

/** What the page shows of saving. */
export type SaveState =
  /** Everything is on the server; `at` is when it last saved, `null` when nothing was ever saved. */
  | { kind: 'saved'; at: string | null }
  /** Written and not saved yet: waiting for a pause, or for the writer to put something right. */
  | { kind: 'pending' }
  | { kind: 'saving' }
  /** The server did not answer or was away; it is tried again by itself. */
  | { kind: 'failed' }
  | { kind: 'signedOut' }
  /** Will never be saved as it is, such as when somebody has sent the report in meanwhile. */
  | { kind: 'refused'; code: string; detail: string };

/** The form, as saving sees it. */
export interface SavingHost extends LedgerHost {
  /** What the server found wrong, by path. */
  refused(faults: readonly { path: string; message: string }[]): void;
  /** `etag` is the version that the server last told, for what the page does next with the report. */
  show(state: SaveState, etag: string): void;
}

/** Time, passed in. `later` answers with what calls it off. */
export interface Clock {
  now(): number;
  later(ms: number, act: () => void): () => void;
}

export interface SavingStart {
  written: Written;
  /** What is to be chosen from the start. */
  conflicts: ReadonlyMap<string, Conflict>;
  etag: string;
  savedAt: string | null;
}

/**
 * Saves what is written, by itself, one request at a time: only what changed, on what the server last told. Until the server
 * has acknowledged an answer it stays in `unsent`. What two people wrote in the same place is never sent over the other's:
 * the writer chooses. Nothing here knows of Svelte or of the page.
 */
export function createAutosave(start: SavingStart, host: SavingHost, api: DraftApi, unsent: UnsentStore, clock: Clock) {
  const ledger = createLedger(start, host, unsent);
  let { etag, savedAt } = start;
  let sending: Promise<void> | undefined;
  let callOff: (() => void) | undefined;
  let waitingSince: number | undefined;
  let failures = 0;
  let stopped: SaveState | undefined;

  const show = (state: SaveState) => host.show(state, etag);
  const showQuiet = () => show(stopped ?? (ledger.unsaved() ? { kind: 'pending' } : { kind: 'saved', at: savedAt }));

  function sendIn(ms: number): void {
    callOff?.();
    callOff = clock.later(ms, () => void send());
  }

  /** To be called whenever something in the form has changed. */
  function changed(): void {
    ledger.keepUnsent();
    if (stopped || failures > 0) return;
    if (ledger.sendable().length === 0) {
      waitingSince = undefined;
      callOff?.();
      if (!sending) showQuiet();
      return;
    }
    waitingSince ??= clock.now();
    if (!sending) show({ kind: 'pending' });
    sendIn(Math.max(0, Math.min(PAUSE_MS, waitingSince + LONGEST_MS - clock.now())));
  }

  function send(): Promise<void> {
    callOff?.();
    waitingSince = undefined;
    sending ??= sendAll().finally(() => {
      sending = undefined;
      if (failures === 0 && !stopped && ledger.sendable().length > 0) sendIn(PAUSE_MS);
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    for (let round = 0; round < ROUNDS && !stopped; round++) {
      const paths = ledger.sendable();
      if (paths.length === 0) break;
      show({ kind: 'saving' });
      const mine = host.written();
      const ticks = paths.filter((path) => path.startsWith('remarks.'));
      const entries = paths.filter((path) => !ticks.includes(path));
      if (entries.length > 0 && !(await sendEntries(mine, entries))) return;
      for (const path of ticks) if (!(await sendTick(mine, path))) return;
      // Ticking makes a new version of the report, and does not tell which.
      if (ticks.length > 0 && !(await hearAgain())) return;
    }
    failures = 0;
    showQuiet();
  }

  /** True when there may be more to send; false when it has to wait. */
  async function sendEntries(mine: Written, paths: readonly string[]): Promise<boolean> {
    const reply = await api.save(patchOf(mine, paths), etag, false);
    if (!reply.ok) return notSaved(reply, paths);
    ledger.acknowledge(mine, paths);
    heard(reply.saved, reply.etag, nobody);
    return true;
  }

  async function sendTick(mine: Written, path: string): Promise<boolean> {
    const said = answerAt(mine, path);
    const reply = await api.tick(idOf(path), remarkOf(typeof said === 'string' ? said : null));
    if (!reply.ok) return notSaved(reply, [path]);
    ledger.acknowledge(mine, [path]);
    return true;
  }

  async function hearAgain(): Promise<boolean> {
    const now = await api.read();
    if (!now.ok) return notSaved(now, []);
    heard(now.saved, now.etag, nobody);
    return true;
  }

  function heard(saved: SavedReport, version: string, who: Others): void {
    ledger.meetTheirs(saved, who);
    if (version !== '') etag = version;
    savedAt = saved.draftSavedAt;
  }

  async function notSaved(reply: SaveRefusal, paths: readonly string[]): Promise<boolean> {
    if (reply.status === 412) {
      const now = await api.read();
      if (!now.ok) return now.status === 412 ? tryLater(now) : notSaved(now, paths);
      heard(now.saved, now.etag, reply);
      return true;
    }
    const faulty = paths.filter((path) => reply.errors.some((fault) => isUnder(path, fault.path)));
    if (reply.status === 422 && faulty.length > 0) {
      ledger.refuse(faulty);
      host.refused(reply.errors);
      return true;
    }
    if (reply.status === 401) {
      failures += 1;
      show({ kind: 'signedOut' });
      sendIn(SIGNED_OUT_MS);
      return false;
    }
    if (reply.status === 0 || reply.status === 429 || reply.status >= 500) return tryLater(reply);
    stopped = { kind: 'refused', code: reply.code, detail: reply.detail };
    show(stopped);
    return false;
  }

  function tryLater({ retryAfterMs }: SaveRefusal): boolean {
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? RETRY_MS[0];
    failures += 1;
    show({ kind: 'failed' });
    sendIn(Math.max(wait, retryAfterMs ?? 0));
    return false;
  }

  return {
    changed,
    restore: ledger.restore,
    /** Saves what can be saved, now. True when everything written is on the server. */
    async flush(): Promise<boolean> {
      await sending;
      if (!stopped && ledger.sendable().length > 0) await send();
      return !ledger.unsaved();
    },
    /** Tries again at once after something failed: when the browser is online again, or the page is looked at. */
    wake(): void {
      if (failures > 0 && !stopped) void send();
    },
    /** The page is going away: sends what is left with a request that outlives it. What is too big stays in the browser. */
    leave(): void {
      const paths = ledger.sendable().filter((path) => !path.startsWith('remarks.'));
      if (stopped || sending || paths.length === 0) return;
      const patch = patchOf(host.written(), paths);
      if (JSON.stringify(patch).length < LEAVING_CHARACTERS) void api.save(patch, etag, true);
    },
    /** The writer has chosen: their own, which is then saved, or what the other wrote, which is shown. */
    settle(path: string, choice: 'mine' | 'theirs'): void {
      ledger.settle(path, choice);
      changed();
    },
    unsaved: ledger.unsaved,
    stop(): void {
      callOff?.();
    },
  };
}
export type Autosave = ReturnType<typeof createAutosave>;

/** Whether a fault's path lies at or under an answer's; the API's paths may begin with `answers.`. */
function isUnder(path: string, fault: string): boolean {
  const at = fault.replace(/^answers\./, '');
  return at === path || at.startsWith(`${path}.`);
}
