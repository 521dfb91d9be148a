import { addDays } from '@insatskollen/shared/calendar/days.ts';
import { unwritten } from '@insatskollen/shared/insight/assessment.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { recordOf, recordsOf, recordWrite } from '../records/store.ts';
import type { Table, TransactWrite } from '../table/client.ts';
import { StoredAssessmentSchema, type Brief, type StoredAssessment } from './schemas.ts';

const stored = { kind: 'assessment', schema: StoredAssessmentSchema } as const;
const idOf = (areaId: string, window: string): string => `${areaId}.${window}`;

/** One area's assessment of a window; version 0 where none is written. */
export async function assessmentOf(table: Table, areaId: string, window: string): Promise<StoredAssessment> {
  const id = idOf(areaId, window);
  return (
    (await recordOf(table, stored, id)) ?? {
      ...unwritten,
      ...{ id, areaId, window, version: 0, state: 'unwritten' },
      ...{ writtenBy: null, writtenAt: null, reviewedBy: null, published: null },
    }
  );
}

/** All areas' assessments of the windows that end on a day. */
export const assessmentsEnding = (table: Table, day: string): Promise<StoredAssessment[]> =>
  recordsOf(table, stored, { from: day, to: day });

/** All areas' assessments of the windows that end within some days; the latest first. */
export const assessmentsEndingIn = (
  table: Table,
  { start, end }: { start: string; end: string },
): Promise<StoredAssessment[]> => recordsOf(table, stored, { from: start, to: end });

/** The latest that was published of an area, of a window that ended before a day. */
export async function publishedBefore(table: Table, areaId: string, day: string): Promise<Brief | null> {
  // Each lies by the last day of its window, as other records lie by the actor that they are about.
  const earlier = await recordsOf(table, stored, { to: addDays(day, -1), actorId: areaId });
  const last = earlier.find(({ published }) => published !== null);
  return last?.published ? briefOf({ ...last, ...last.published, state: 'published' }) : null;
}

/** What is said of an assessment where many stand together. */
export const briefOf = ({ areaId, window, state, direction, conclusion, figures }: Brief): Brief => ({
  ...{ areaId, window, state, direction, conclusion, figures },
});

/** The writes of the version that follows on `before`, with its event. They fail when somebody else was first. */
export function assessmentWrites(
  deps: Pick<Deps, 'businessNow'>,
  before: StoredAssessment,
  after: StoredAssessment,
  change: { what: string; by: string; day: string; reason: string | undefined },
): TransactWrite[] {
  const said = ({ state, direction, conclusion, analysis, evidence, analysisIds }: StoredAssessment) => ({
    ...{ state, direction, conclusion, analysis, evidence, analysisIds },
  });
  // Publishing is one instant: its figures are as of it, and history finds it by it.
  const published = change.what === 'published' ? after.published : null;
  return [
    recordWrite('assessment', after, { day: change.day, actorId: after.areaId }),
    changeWrite(published ? { businessNow: () => new Date(published.asOf) } : deps, {
      kind: 'assessment',
      id: after.id,
      version: after.version,
      what: change.what,
      by: change.by,
      reason: change.reason,
      ...(before.version > 0 ? { before: said(before) } : {}),
      after: said(after),
    }),
  ];
}
