import type { SavedReport, SaveRefusal } from './draftApi.ts';
import { answerAt, changedPaths, same, withAnswer, type Answer, type Written } from './entries.ts';
import { meet } from './meeting.ts';
import { remarkText } from './remarkAnswer.ts';
import type { UnsentStore } from './unsent.ts';

/** Somebody else wrote something else in the same place. */
export interface Conflict {
  /** What both wrote on. */
  base: Answer;
  theirs: Answer;
  /** Who, where it is known: a person id. */
  personId: string | null;
}

/** Who wrote first, by path, and what they are called. */
export type Others = Pick<SaveRefusal, 'conflicts' | 'people'>;

/** The form, as the ledger sees it. */
export interface LedgerHost {
  /** What stands in the form now. */
  written(): Written;
  /** Paths that the server cannot take as they stand. */
  held(): readonly string[];
  /** Shows what others wrote where the writer wrote nothing. */
  take(paths: readonly string[], theirs: Written): void;
  conflicts(conflicts: ReadonlyMap<string, Conflict>, people: Readonly<Record<string, string>>): void;
}

/** The written part of a report as the API answers with it. */
export const writtenOf = ({ answers, remarks }: Pick<SavedReport, 'answers' | 'remarks'>): Written => ({
  ...answers,
  remarks: Object.fromEntries(
    remarks.map(({ id, resolved, answer }) => [id, remarkText({ resolved, answer: answer ?? '' })]),
  ),
});

/**
 * What the server has, what is written, and what differs: what is to be sent, what others wrote meanwhile, and what is kept in
 * this browser until the server has it.
 */
export function createLedger(
  start: { written: Written; conflicts: ReadonlyMap<string, Conflict> },
  host: LedgerHost,
  unsent: UnsentStore,
) {
  let base = start.written;
  let people: Readonly<Record<string, string>> = {};
  const conflicts = new Map(start.conflicts);
  /** What the server refused, as it stood then: not sent again until it changes. */
  const refused = new Map<string, Answer>();
  let kept = new Set<string>();

  const dirty = (): string[] => changedPaths(base, host.written());
  /** What the writer wrote on: in a conflict what it was before the other's, so that it is asked again after a reload. */
  const writtenOn = (path: string): Answer => {
    const conflict = conflicts.get(path);
    return conflict ? conflict.base : answerAt(base, path);
  };
  const tell = () => host.conflicts(new Map(conflicts), people);

  /** Keeps in the browser exactly what the server has not got. */
  function keepUnsent(): void {
    const mine = host.written();
    const now = new Set([...changedPaths(base, mine), ...conflicts.keys()]);
    for (const path of now) unsent.put({ path, base: writtenOn(path), mine: answerAt(mine, path) });
    for (const path of kept) if (!now.has(path)) unsent.forget(path);
    kept = now;
  }

  return {
    keepUnsent,
    /** True while anything written is not on the server. */
    unsaved: (): boolean => dirty().length > 0 || conflicts.size > 0,
    /** Paths that have changed and can be sent as they stand. */
    sendable(): string[] {
      const mine = host.written();
      const held = new Set(host.held());
      const isRefused = (path: string) => refused.has(path) && same(refused.get(path) ?? null, answerAt(mine, path));
      return dirty().filter((path) => !held.has(path) && !conflicts.has(path) && !isRefused(path));
    },
    /** The server has these answers now. */
    acknowledge(sent: Written, paths: readonly string[]): void {
      for (const path of paths) {
        base = withAnswer(base, path, answerAt(sent, path));
        refused.delete(path);
      }
      keepUnsent();
    },
    refuse(paths: readonly string[]): void {
      for (const path of paths) refused.set(path, answerAt(host.written(), path));
    },
    /** Takes in what the server has now: what others wrote, and where both wrote. `who` names the others, by path. */
    meetTheirs(saved: SavedReport, who: Others): void {
      const mine = host.written();
      const theirs = writtenOf(saved);
      const meeting = meet(base, mine, theirs);
      for (const path of meeting.conflicts) {
        conflicts.set(path, {
          base: writtenOn(path),
          theirs: answerAt(theirs, path),
          personId: who.conflicts.get(path) ?? null,
        });
      }
      for (const path of conflicts.keys())
        if (same(answerAt(mine, path), answerAt(theirs, path))) conflicts.delete(path);
      base = theirs;
      people = { ...people, ...saved.people, ...who.people };
      if (meeting.take.length > 0) host.take(meeting.take, theirs);
      tell();
      keepUnsent();
    },
    /** Brings back what was written in this browser and never acknowledged; what moved on meanwhile has to be chosen. */
    restore(): Written {
      let mine = host.written();
      for (const { path, base: before, mine: wrote } of unsent.all()) {
        kept.add(path);
        const theirs = answerAt(base, path);
        if (same(theirs, wrote)) continue;
        mine = withAnswer(mine, path, wrote);
        if (!same(theirs, before)) conflicts.set(path, { base: before, theirs, personId: null });
      }
      if (conflicts.size > 0) tell();
      return mine;
    },
    /** The writer has chosen: their own, or what the other wrote. */
    settle(path: string, choice: 'mine' | 'theirs'): void {
      const conflict = conflicts.get(path);
      if (!conflict) return;
      conflicts.delete(path);
      if (choice === 'theirs') host.take([path], withAnswer(base, path, conflict.theirs));
      tell();
    },
  };
}
