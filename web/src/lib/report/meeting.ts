import { answerAt, changedPaths, same, type Written } from './entries.ts';

/** What to do when the server's answers have moved on while somebody was writing. */
export interface Meeting {
  /** Others changed these and the writer did not: show what they wrote. */
  take: string[];
  /** Both changed these, to different answers: the writer has to choose. */
  conflicts: string[];
}

/**
 * Meets what the server has with what is being written, path by path. `base` is what the server had when the writer last heard
 * from it. The same change made twice is no conflict.
 */
export function meet(base: Written, mine: Written, theirs: Written): Meeting {
  const meeting: Meeting = { take: [], conflicts: [] };
  for (const path of changedPaths(base, theirs)) {
    const wrote = answerAt(mine, path);
    if (same(wrote, answerAt(base, path))) meeting.take.push(path);
    else if (!same(wrote, answerAt(theirs, path))) meeting.conflicts.push(path);
  }
  return meeting;
}
