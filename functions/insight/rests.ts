import type { Evidence } from '@insatskollen/shared/insight/assessment.ts';
import { analysesById } from '../analyses/store.ts';
import { readHead } from '../reports/headStore.ts';
import type { Table } from '../table/client.ts';
import { headKey } from '../table/keys.ts';

/** Of the reports that an assessment rests on, those that were approved and count in the areas, as `agreement/period`. */
export async function approvedReports(
  table: Table,
  evidence: readonly Evidence[],
  focusAreas: readonly string[],
): Promise<Set<string>> {
  const items = await table.getMany(evidence.map(({ agreementId, period }) => headKey(agreementId, period)));
  const heads = items.flatMap((item) => (item ? [readHead(item)] : []));
  const counting = heads.filter(
    ({ approvedVersions, focusArea }) => approvedVersions.length > 0 && focusAreas.includes(focusArea),
  );
  return new Set(counting.map(({ agreementId, period }) => `${agreementId}/${period}`));
}

/** Of the analyses that an assessment rests on, those that are in the library. */
export async function analysesThere(table: Table, ids: readonly string[]): Promise<Set<string>> {
  const found = await analysesById(table, ids);
  return new Set(ids.filter((id) => found.get(id)?.withdrawnAt === null));
}
