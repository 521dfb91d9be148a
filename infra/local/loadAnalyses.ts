import type { Deps } from '@insatskollen/functions/deps.ts';
import { changeWrite } from '@insatskollen/functions/history/changes.ts';
import { recordWrite } from '@insatskollen/functions/records/store.ts';
import type { Analysis } from '@insatskollen/shared/analyses/analysis.ts';
import { readDemoAnalyses } from './data/read.ts';

/** Adds the demo's analyses to the library as a coordinator did, each at its own time. */
export async function loadDemoAnalyses(deps: Deps, by: string): Promise<void> {
  for (const { enteredAt, ...analysis } of readDemoAnalyses()) {
    const after: Analysis = { ...analysis, version: 1, withdrawnAt: null };
    const businessNow = () => new Date(enteredAt);
    await deps.table.transact([
      recordWrite('analysis', after, { day: after.day, actorId: null }),
      changeWrite({ businessNow }, { kind: 'analysis', id: after.id, version: 1, what: 'created', by, after }),
    ]);
  }
}
