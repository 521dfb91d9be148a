import type { ReportEvent } from '@insatskollen/shared/reports/events.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { reportPartition, versionKey, versionPartition } from '../table/keys.ts';
import { readEvent } from './eventStore.ts';
import type { Opened } from './load.ts';
import { readVersion, type Version } from './versionStore.ts';

/** What leaders may know of a report's history: that and when it was approved, or opened again. */
const forLeaders = new Set<ReportEvent['type']>(['approved', 'reopened']);

/** Every event of a report in order, and those of them that the reader may see. */
export async function readHistory(
  deps: Deps,
  { head, access }: Opened,
): Promise<{ all: ReportEvent[]; shown: ReportEvent[] }> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
    ExpressionAttributeValues: { ':pk': reportPartition(head.agreementId, head.period), ':event': 'EVENT#' },
    ConsistentRead: true,
  });
  const all = items.map(readEvent);
  return { all, shown: access === 'approvedOnly' ? all.filter((event) => forLeaders.has(event.type)) : all };
}

/** Every version that the reader may see, in order. */
export async function readVersions(deps: Deps, { head, access }: Opened): Promise<Version[]> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': versionPartition(head.agreementId, head.period) },
    ConsistentRead: true,
  });
  const versions = items.map(readVersion);
  return access === 'approvedOnly' ? versions.filter((v) => head.approvedVersions.includes(v.version)) : versions;
}

/** One version and when it was approved; 404 where there is none, or none that the reader may see. */
export async function versionOr404(
  deps: Deps,
  opened: Opened,
  n: string,
): Promise<{ version: Version; approvedAt: string | null }> {
  const { head, access } = opened;
  const number = /^[1-9]\d{0,5}$/.test(n) ? Number(n) : 0;
  const visible = access === 'approvedOnly' ? head.approvedVersions.includes(number) : number <= head.version;
  const item =
    visible && number > 0 ? await deps.table.get(versionKey(head.agreementId, head.period, number)) : undefined;
  if (!item) throw new Refused('notFound');
  const approved = head.approvedVersions.includes(number);
  const { all } = approved ? await readHistory(deps, opened) : { all: [] };
  const approval = all.find((event) => event.type === 'approved' && event.version === number);
  return { version: readVersion(item), approvedAt: approval?.at ?? null };
}
