import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';

export type Thing = Readonly<Record<string, unknown>>;

/** A field that two people changed differently: its name in the thing, what is saved now, and what was about to be. */
export interface Both {
  path: string;
  theirs: unknown;
  mine: unknown;
}

const differ = (a: unknown, b: unknown): boolean => fieldChanges({ a }, { a: b }).length > 0;

/**
 * A thing that I changed from `base` while somebody else saved `theirs`: what I did not touch becomes theirs, what only I touched
 * stays mine, and so does what both did, which is told.
 */
export function mergeThings(base: Thing, mine: Thing, theirs: Thing): { merged: Thing; both: Both[] } {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const iTouched = (name: string) => differ(base[name], mine[name]);
  const both = names
    .filter((name) => iTouched(name) && differ(base[name], theirs[name]) && differ(mine[name], theirs[name]))
    .map((name) => ({ path: name, theirs: theirs[name] ?? null, mine: mine[name] ?? null }));
  const merged = Object.fromEntries(names.map((name) => [name, iTouched(name) ? mine[name] : theirs[name]]));
  return { merged, both };
}
