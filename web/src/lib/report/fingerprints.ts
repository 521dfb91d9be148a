import { answerAt, answeredPaths, meaningOf, type Answer, type Written } from './entries.ts';

/**
 * A short mark of each answer that a form was filled in with. It travels hidden in the form, so that a form sent without
 * script changes only what its writer changed, and never undoes what somebody else wrote meanwhile.
 */
export type Fingerprints = Record<string, string>;

/** 53 bits of a text, mixed so that any change shows. Not a secret and no proof: it only tells changed from unchanged. */
function mark(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

const fingerprintOf = (answer: Answer): string => (answer === null ? '' : mark(meaningOf(answer)));

/** Marks of everything answered. */
export const fingerprintsOf = (answers: Written): Fingerprints =>
  Object.fromEntries(answeredPaths(answers).map((path) => [path, fingerprintOf(answerAt(answers, path))]));

/** Which of some paths no longer have the answer that the marks were made of. */
export const changedSince = (marks: Fingerprints, answers: Written, paths: readonly string[]): string[] =>
  paths.filter((path) => (marks[path] ?? '') !== fingerprintOf(answerAt(answers, path)));

/** Reads marks out of a form; anything that is not marks counts as none, so that everything typed counts as changed. */
export function readFingerprints(text: string): Fingerprints {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch {
    return {};
  }
}
