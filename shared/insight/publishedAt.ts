import type { Change } from '../history/change.ts';
import { AssessmentContentSchema, unwritten, type AssessmentContent } from './assessment.ts';

/** What was published of an assessment, and when. */
export interface Publication extends AssessmentContent {
  version: number;
  /** The instant of publishing, which its figures are as of. */
  asOf: string;
  by: string;
}

/**
 * What was the published version of an assessment at an instant, however often it was written and published since: its present content
 * with every later change taken back. `changes` are its history, the newest first; none where nothing was published by then.
 */
export function publishedAt(
  present: AssessmentContent,
  changes: readonly Change[],
  instant: string,
): Publication | undefined {
  const content: Record<keyof AssessmentContent, unknown> = {
    ...{ direction: present.direction, conclusion: present.conclusion },
    ...{ analysis: present.analysis, evidence: present.evidence, analysisIds: present.analysisIds },
  };
  for (const { what, at, by, version, fields } of changes) {
    if (what === 'published' && at <= instant)
      return { ...AssessmentContentSchema.parse(content), version, asOf: at, by };
    for (const { path, before } of fields) if (isField(path)) content[path] = before ?? unwritten[path];
  }
  return undefined;
}

const isField = (path: string): path is keyof AssessmentContent => path in unwritten;
