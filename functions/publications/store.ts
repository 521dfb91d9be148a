import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { recordOf, recordsOf, recordWrite } from '../records/store.ts';
import type { Table, TransactWrite } from '../table/client.ts';
import { recordKey } from '../table/keys.ts';
import { StoredPublicationSchema, type StoredPublication } from './schemas.ts';

const stored = { kind: 'publication', schema: StoredPublicationSchema } as const;
const idOf = (areaId: string, window: string): string => `${areaId}.${window}`;

/** One area's publication of a window; version 0 where nothing is written. */
export async function publicationOf(table: Table, areaId: string, window: string): Promise<StoredPublication> {
  const id = idOf(areaId, window);
  return (
    (await recordOf(table, stored, id)) ?? {
      ...{ id, areaId, window, version: 0, state: 'draft', text: '' },
      ...{ writtenBy: null, writtenAt: null, published: null, withdrawnAt: null },
    }
  );
}

/** All that is written or was published, the latest window first. */
export const publications = (table: Table): Promise<StoredPublication[]> => recordsOf(table, stored);

/** The writes of the version that follows on `before`, with its event. They fail when somebody else was first. */
export function publicationWrites(
  deps: Pick<Deps, 'businessNow'>,
  before: StoredPublication,
  after: StoredPublication,
  change: { what: string; by: string; day: string; reason: string | undefined; withArea?: string },
): TransactWrite[] {
  const said = ({ state, text, published }: StoredPublication) => ({ state, text, number: published?.number ?? 0 });
  return [
    recordWrite('publication', after, { day: change.day, actorId: after.areaId }),
    changeWrite(deps, {
      kind: 'publication',
      id: after.id,
      version: after.version,
      what: change.what,
      by: change.by,
      reason: change.reason,
      ...(before.version > 0 ? { before: said(before) } : {}),
      after: { ...said(after), ...(change.withArea === undefined ? {} : { withArea: change.withArea }) },
    }),
  ];
}

/** The check that nobody has changed a publication since it was read. */
export const unchanged = ({ id, version }: StoredPublication): TransactWrite => ({
  ConditionCheck: {
    Key: recordKey('publication', id),
    ...(version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': version },
        }),
  },
});

/** The check that what anyone sees of an area and a window is the publication with this number. */
export const stillPublished = (areaId: string, window: string, number: number): TransactWrite => ({
  ConditionCheck: {
    Key: recordKey('publication', idOf(areaId, window)),
    ConditionExpression: '#thing.#state = :published AND #thing.#published.#number = :number',
    ExpressionAttributeNames: {
      '#thing': 'thing',
      '#state': 'state',
      '#published': 'published',
      '#number': 'number',
    },
    ExpressionAttributeValues: { ':published': 'published', ':number': number },
  },
});
