import { canonicalJson } from '@insatskollen/shared/canonicalJson.ts';
import type { Answers, AnswersPatch, Entry } from '@insatskollen/shared/reports/answers.ts';

/** One answer by its path: a number's entry, a text, or `null` for none. */
export type Answer = Entry | string | null;

/** What a reporter writes: the answers, and what is said to each remark (`remarkAnswer.ts` tells what the text holds). */
export interface Written extends Answers {
  remarks?: Record<string, string>;
}

type Room = 'values' | 'texts' | 'remarks';
const rooms: readonly Room[] = ['values', 'texts', 'remarks'];

const roomOf = (path: string): Room => rooms.find((room) => path.startsWith(`${room}.`)) ?? 'texts';
export const idOf = (path: string): string => path.slice(path.indexOf('.') + 1);

/** The answer at `values.<indicatorId>`, `texts.<questionId>` or `remarks.<id>`. */
export const answerAt = (written: Written, path: string): Answer => written[roomOf(path)]?.[idOf(path)] ?? null;

/** Paths of everything answered. */
export const answeredPaths = (written: Written): string[] =>
  rooms.flatMap((room) => Object.keys(written[room] ?? {}).map((id) => `${room}.${id}`));

/** One text for each meaning: an empty comment or breakdown is none, a blank text is no text. */
export function meaningOf(answer: Answer): string {
  if (typeof answer === 'string') return canonicalJson(answer.trim() === '' ? null : answer);
  if (answer === null) return canonicalJson(null);
  const { comment, ...rest } = answer;
  const said = comment && comment.trim() !== '' ? { comment } : {};
  if (rest.kind !== 'value') return canonicalJson({ ...rest, ...said });
  const parts = Object.entries(rest.breakdowns ?? {}).filter(([, values]) => Object.keys(values).length > 0);
  const { kind, value } = rest;
  return canonicalJson({
    kind,
    value,
    ...(parts.length > 0 ? { breakdowns: Object.fromEntries(parts) } : {}),
    ...said,
  });
}

/** Whether two answers say the same. */
export const same = (a: Answer, b: Answer): boolean => meaningOf(a) === meaningOf(b);

/** Paths whose answers differ, in the order of the later ones. */
export function changedPaths(before: Written, after: Written): string[] {
  const paths = new Set([...answeredPaths(after), ...answeredPaths(before)]);
  return [...paths].filter((path) => !same(answerAt(before, path), answerAt(after, path)));
}

/** The change that gives some paths the answers they have; an answer that is gone is cleared. Remarks are not part of it. */
export function patchOf(written: Written, paths: readonly string[]): AnswersPatch {
  const patch: AnswersPatch = { values: {}, texts: {} };
  for (const path of paths) {
    const id = idOf(path);
    if (path.startsWith('values.')) patch.values[id] = written.values[id] ?? null;
    else if (path.startsWith('texts.')) patch.texts[id] = written.texts[id] ?? null;
  }
  return patch;
}

/** The same with one answer replaced, or taken away. */
export function withAnswer(written: Written, path: string, answer: Answer): Written {
  const changed = { values: { ...written.values }, texts: { ...written.texts }, remarks: { ...written.remarks } };
  const room = roomOf(path);
  delete changed[room][idOf(path)];
  if (typeof answer === 'string' && room !== 'values') changed[room][idOf(path)] = answer;
  else if (answer !== null && typeof answer !== 'string') changed.values[idOf(path)] = answer;
  return changed;
}
