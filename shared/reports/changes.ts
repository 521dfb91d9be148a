import { canonicalJson } from '../canonicalJson.ts';
import { entryPaths, type Answers } from './answers.ts';

const entryAt = (answers: Answers, path: string): unknown => {
  const [kind, ...id] = path.split('.');
  return (kind === 'values' ? answers.values[id.join('.')] : answers.texts[id.join('.')]) ?? null;
};

/** Paths of everything that is answered differently in two versions, in the order of the later one. */
export function changedPaths(before: Answers, after: Answers): string[] {
  const paths = new Set([...entryPaths(after), ...entryPaths(before)]);
  return [...paths].filter((path) => canonicalJson(entryAt(before, path)) !== canonicalJson(entryAt(after, path)));
}
