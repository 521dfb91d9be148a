import { ChangeSchema, type Change, type ChangedKind } from '@insatskollen/shared/history/change.ts';
import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';
import type { Deps } from '../deps.ts';
import type { Item, TransactWrite } from '../table/client.ts';
import { changeKey, changesPartition } from '../table/keys.ts';

/** A change that is about to be written, in the same transaction as the thing itself. */
export interface Changing {
  kind: ChangedKind;
  id: string;
  /** The version that it makes: 1 for what is new. */
  version: number;
  /** `created`, `changed`, or what the feature calls it. */
  what: string;
  /** Who does it: an opaque person id. */
  by: string;
  reason?: string | null | undefined;
  /** The whole thing as it was and as it will be; none before it was there. What differs is kept, field by field. */
  before?: object | undefined;
  after: object;
}

/**
 * The write that records who changed what of a thing and when. It fails (`ConditionFailed`) when that version was made by somebody
 * else, so a thing whose every change comes with one is never changed twice from the same version, nor made twice with the same id.
 */
export function changeWrite(deps: Pick<Deps, 'businessNow'>, changing: Changing): TransactWrite {
  const { kind, id, version, what, by, reason, before, after } = changing;
  const fields = fieldChanges(withoutVersion(before ?? {}), withoutVersion(after));
  const at = deps.businessNow().toISOString();
  return {
    Put: {
      Item: { ...changeKey(kind, id, version), at, by, what, reason: reason ?? null, fields: JSON.stringify(fields) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** The version is said once, beside. */
const withoutVersion = (thing: object): object =>
  Object.fromEntries(Object.entries(thing).filter(([name]) => name !== 'version'));

/** A page of a thing's changes, newest first. `before` is the version after which the page before ended. */
export async function changesOf(
  deps: Pick<Deps, 'table'>,
  kind: ChangedKind,
  id: string,
  page: { limit: number; before?: number | undefined },
): Promise<{ changes: Change[]; more: boolean }> {
  const { items, lastKey } = await deps.table.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': changesPartition(kind, id) },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: page.limit,
    ...(page.before === undefined ? {} : { ExclusiveStartKey: changeKey(kind, id, page.before) }),
  });
  return { changes: items.map(changeOf), more: lastKey !== undefined };
}

/** The newest change of a thing; none of what was loaded and never changed. */
export async function lastChangeOf(
  deps: Pick<Deps, 'table'>,
  kind: ChangedKind,
  id: string,
): Promise<Change | undefined> {
  return (await changesOf(deps, kind, id, { limit: 1 })).changes[0];
}

const changeOf = (item: Item): Change => {
  const fields: unknown = typeof item['fields'] === 'string' ? JSON.parse(item['fields']) : [];
  return ChangeSchema.parse({ ...item, version: Number(item['sk']), fields });
};
