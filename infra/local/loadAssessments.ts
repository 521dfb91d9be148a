import type { Deps } from '@insatskollen/functions/deps.ts';
import { placeOf, quotedAsOf } from '@insatskollen/functions/insight/assessing.ts';
import { assessmentOf, assessmentWrites } from '@insatskollen/functions/insight/assessmentStore.ts';
import type { StoredAssessment } from '@insatskollen/functions/insight/schemas.ts';
import { readDemoAssessments } from './data/read.ts';

/** Writes the demo's assessments as one coordinator did, and reviews and publishes them as another, each with its figures then. */
export async function loadDemoAssessments(deps: Deps, coordinators: readonly string[]): Promise<void> {
  const [writer = '', reviewer = writer] = coordinators;
  for (const { areaId, window, writtenAt, publishedAt, ...content } of readDemoAssessments()) {
    const place = await placeOf(deps, { areaId, window });
    const at = { written: new Date(writtenAt).toISOString(), published: new Date(publishedAt).toISOString() };
    const unwritten = await assessmentOf(deps.table, areaId, window);
    const figures = await quotedAsOf(deps, place, content, at.published);
    const written = { writtenBy: writer, writtenAt: at.written };
    const draft: StoredAssessment = { ...unwritten, ...content, ...written, state: 'draft', version: 1 };
    const reviewed: StoredAssessment = { ...draft, state: 'reviewed', reviewedBy: reviewer, version: 2 };
    const published: StoredAssessment = {
      ...{ ...reviewed, state: 'published', version: 3 },
      published: { ...content, version: 3, figures, asOf: at.published, by: reviewer },
    };
    const steps = [
      { before: unwritten, after: draft, what: 'created', by: writer, at: at.written },
      { before: draft, after: reviewed, what: 'reviewed', by: reviewer, at: at.published },
      { before: reviewed, after: published, what: 'published', by: reviewer, at: at.published },
    ];
    for (const { before, after, what, by, at: when } of steps) {
      const change = { what, by, day: place.window.end, reason: undefined };
      await deps.table.transact(assessmentWrites({ businessNow: () => new Date(when) }, before, after, change));
    }
  }
}
