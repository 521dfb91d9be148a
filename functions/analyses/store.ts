import { AnalysisSchema, type Analysis } from '@insatskollen/shared/analyses/analysis.ts';
import { recordsById } from '../records/store.ts';
import type { Table } from '../table/client.ts';

/** Those of some analyses that there are, also where they were taken out of the library, by id. */
export async function analysesById(table: Table, ids: readonly string[]): Promise<ReadonlyMap<string, Analysis>> {
  const found = await recordsById(table, { kind: 'analysis', schema: AnalysisSchema }, ids);
  return new Map(found.map((analysis) => [analysis.id, analysis]));
}
