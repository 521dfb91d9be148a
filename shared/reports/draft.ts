import { canonicalJson } from '../canonicalJson.ts';
import { entryPaths, type Answers, type AnswersPatch } from './answers.ts';

/** For each entry path, the draft revision at which it last changed and who changed it. */
export type EntryRevisions = Record<string, { revision: number; personId: string }>;

export interface DraftState {
  answers: Answers;
  revision: number;
  entryRevisions: EntryRevisions;
}

/** An entry that another person changed since the caller last saw it, to something else than the caller wants. */
export interface EntryConflict {
  path: string;
  theirs: unknown;
  yours: unknown;
  personId: string;
}

const entryAt = (answers: Answers | AnswersPatch, path: string): unknown => {
  const [kind, ...rest] = path.split('.');
  const id = rest.join('.');
  // Own entries only: an id may be the name of something that every object has.
  const entries: Record<string, unknown> = kind === 'values' ? answers.values : answers.texts;
  return Object.hasOwn(entries, id) ? (entries[id] ?? null) : null;
};
const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/**
 * Entries of `patch` that would undo somebody's change made after revision `since`. The same value twice is no conflict, so a
 * save whose answer was lost can be sent again.
 */
export function conflictsOf(draft: DraftState, patch: AnswersPatch, since: number): EntryConflict[] {
  return entryPaths(patch).flatMap((path) => {
    const changed = draft.entryRevisions[path];
    const theirs = entryAt(draft.answers, path);
    const yours = entryAt(patch, path);
    return changed && changed.revision > since && !same(theirs, yours)
      ? [{ path, theirs, yours, personId: changed.personId }]
      : [];
  });
}

/** The draft after merging entry by entry; `null` clears one. Unchanged entries keep their revision. */
export function merge(draft: DraftState, patch: AnswersPatch, personId: string): DraftState {
  const revision = draft.revision + 1;
  const values = { ...draft.answers.values };
  const texts = { ...draft.answers.texts };
  const entryRevisions = { ...draft.entryRevisions };
  for (const path of entryPaths(patch)) {
    if (!same(entryAt(draft.answers, path), entryAt(patch, path))) entryRevisions[path] = { revision, personId };
  }
  for (const [id, entry] of Object.entries(patch.values)) {
    if (entry) values[id] = entry;
    else delete values[id];
  }
  for (const [id, text] of Object.entries(patch.texts)) {
    if (text === null) delete texts[id];
    else texts[id] = text;
  }
  return { answers: { values, texts }, revision, entryRevisions };
}

/** The patch that turns the draft's answers into exactly `answers`. */
export function replacement(current: Answers, answers: Answers): AnswersPatch {
  const cleared = <T>(before: Record<string, T>, after: Record<string, T>) => ({
    ...Object.fromEntries(Object.keys(before).map((id) => [id, null])),
    ...after,
  });
  return { values: cleared(current.values, answers.values), texts: cleared(current.texts, answers.texts) };
}
