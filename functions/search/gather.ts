import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { agreementById, storedAgreements } from '../agreements/store.ts';
import { termsOf } from '../agreements/termsStore.ts';
import { recordOf, recordsOf } from '../records/store.ts';
import { readHead } from '../reports/headStore.ts';
import { readVersion } from '../reports/versionStore.ts';
import type { Item, Table } from '../table/client.ts';
import { headKey, libraryKey, libraryPartition, versionKey, type Changed } from '../table/keys.ts';
import { withPlainNumbers } from '../table/numbers.ts';
import { initiativeDocuments, isInSearch, recordDocuments, reportDocuments, type RecordInSearch } from './documents.ts';
import type { Wanted } from './store.ts';

/** The documents of what has changed, from what is in the table now: in which order changes are told, or how often, is all the same. */
export async function gather(table: Table, changed: Changed): Promise<Wanted[]> {
  switch (changed.of) {
    case 'report':
      return ofReports(table, changed.agreementId, [changed.period]);
    case 'agreement': {
      const agreement = (await storedAgreements(table)).find((stored) => stored.agreement.id === changed.id);
      return agreement ? ofReports(table, changed.id, Object.keys(agreement.pins)) : [];
    }
    case 'record':
      return isInSearch(changed.kind) ? ofRecord(table, changed.kind, changed.id) : [];
    case 'initiative':
      return ofInitiative(await table.get(libraryKey('initiative', changed.order, changed.id)));
  }
}

/** The documents of everything there is, a few at a time. */
export async function* gatherAll(table: Table): AsyncGenerator<Wanted[]> {
  yield await ofInitiatives(table);
  for (const kind of ['lesson', 'analysis', 'decision', 'dialogue', 'assessment'] as const) {
    const { schema, documents } = recordDocuments[kind];
    yield (await recordsOf<unknown>(table, { kind, schema })).flatMap(documents);
  }
  for (const { agreement, pins } of await storedAgreements(table))
    yield await ofReports(table, agreement.id, Object.keys(pins));
}

async function ofRecord(table: Table, kind: RecordInSearch, id: string): Promise<Wanted[]> {
  const { schema, documents } = recordDocuments[kind];
  const thing = await recordOf<unknown>(table, { kind, schema }, id);
  return thing === undefined ? [] : documents(thing);
}

async function ofInitiatives(table: Table): Promise<Wanted[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': libraryPartition('initiative') },
    ConsistentRead: true,
  });
  return items.flatMap(ofInitiative);
}

const ofInitiative = (item: Item | undefined): Wanted[] =>
  item ? initiativeDocuments(InitiativeSchema.parse(withPlainNumbers(item['content']))) : [];

const AT_ONCE = 40;

/** The documents of some reports of an agreement. Their drafts are not read: a version is what was submitted. */
async function ofReports(table: Table, agreementId: string, periods: readonly string[]): Promise<Wanted[]> {
  const confidential = (await agreementById(table, agreementId))?.confidential ?? [];
  const wanted: Wanted[] = [];
  for (let from = 0; from < periods.length; from += AT_ONCE) {
    const heads = await table.getMany(
      periods.slice(from, from + AT_ONCE).map((period) => headKey(agreementId, period)),
    );
    const written = heads.flatMap((item) => (item ? [readHead(item)] : [])).filter(({ version }) => version > 0);
    const versions = await table.getMany(
      written.flatMap((head) => [...new Set(versionsOf(head))].map((n) => versionKey(agreementId, head.period, n))),
    );
    const read = versions.flatMap((item) => (item ? [readVersion(item)] : []));
    for (const head of written) {
      const [latest, approved] = versionsOf(head);
      const version = (n: number | undefined) => read.find((one) => one.period === head.period && one.version === n);
      const { questions } = await termsOf(table, agreementId, head.agreementVersion);
      wanted.push(
        ...reportDocuments({ head, latest: version(latest), approved: version(approved), questions, confidential }),
      );
    }
  }
  return wanted;
}

/** The latest version, and the last that was ever approved where there is one. */
const versionsOf = ({ version, approvedVersions }: Head): number[] => [version, ...approvedVersions.slice(-1)];
