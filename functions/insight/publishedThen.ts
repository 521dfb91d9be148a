import type { Change } from '@insatskollen/shared/history/change.ts';
import { publishedAt } from '@insatskollen/shared/insight/publishedAt.ts';
import type { Deps } from '../deps.ts';
import { changesOf } from '../history/changes.ts';
import { placeOf, quotedAsOf } from './assessing.ts';
import type { StoredAssessment } from './schemas.ts';

type Published = NonNullable<StoredAssessment['published']>;
const PAGE = 50;

/**
 * What was published of an assessment at an instant, with the figures of its texts as they stood when it was; none where nothing was.
 * What was published last lies in the assessment itself. What it replaced is found in its history, and its figures in theirs.
 */
export async function publishedThen(
  deps: Deps,
  assessment: StoredAssessment,
  instant: string,
): Promise<Published | undefined> {
  const { areaId, window, published } = assessment;
  if (!published) return undefined;
  if (published.asOf <= instant) return published;
  const earlier = publishedAt(assessment, await allChanges(deps, assessment.id), instant);
  if (!earlier) return undefined;
  const place = await placeOf(deps, { areaId, window });
  return { ...earlier, figures: await quotedAsOf(deps, place, earlier, earlier.asOf) };
}

async function allChanges(deps: Deps, id: string): Promise<Change[]> {
  const all: Change[] = [];
  for (let more = true; more;) {
    const page = await changesOf(deps, 'assessment', id, { limit: PAGE, before: all.at(-1)?.version });
    all.push(...page.changes);
    ({ more } = page);
  }
  return all;
}
