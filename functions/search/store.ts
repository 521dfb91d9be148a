import { createHash } from 'node:crypto';
import { SearchDocumentSchema, type SearchDocument } from '@insatskollen/shared/search/document.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { ConditionFailed, type Item, type Table, type TransactWrite } from '../table/client.ts';
import {
  documentKey,
  documentPrefix,
  searchChangeKey,
  searchChangesPartition,
  searchPartition,
  searchRevisionKey,
} from '../table/keys.ts';

/** A document as it is to be, or that there is to be none. */
export type Wanted = { id: string; document: SearchDocument | undefined };

/** How long a change is remembered: whoever follows is never that far behind, or reads everything anew. */
const KEPT_SECONDS = 7 * 86_400;
/** Each document takes two writes of a transaction, which has 100 and 4 MB at most. */
const AT_ONCE = 10;
const ATTEMPTS = 8;

const ItemSchema = z.object({ document: z.string().nullable(), hash: z.string() });
const documentIn = (item: Item): SearchDocument | undefined => {
  const { document } = ItemSchema.parse(item);
  return document === null ? undefined : SearchDocumentSchema.parse(JSON.parse(document));
};
const hashOf = (text: string | null): string =>
  createHash('sha256')
    .update(text ?? '')
    .digest('base64');

/** How often documents have changed; 0 where there are none yet. */
export async function revisionNow(table: Table): Promise<number> {
  return Number((await table.get(searchRevisionKey))?.['revision'] ?? 0);
}

/** Every document, a page of the table at a time: they are many, and need not all be held as they lie there. */
export async function* allDocuments(table: Table): AsyncGenerator<SearchDocument> {
  let from: Item | undefined;
  do {
    const page = await table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :documents)',
      ExpressionAttributeValues: { ':pk': searchPartition, ':documents': documentPrefix },
      ConsistentRead: true,
      ...(from ? { ExclusiveStartKey: from } : {}),
    });
    for (const item of page.items) {
      const document = documentIn(item);
      if (document) yield document;
    }
    from = page.lastKey;
  } while (from);
}

/** The documents that have changed after a revision, and which that is now; `undefined` where too long ago to say. */
export async function changedSince(
  table: Table,
  revision: number,
): Promise<{ changed: Wanted[]; revision: number } | undefined> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk AND sk > :sk',
    ExpressionAttributeValues: { ':pk': searchChangesPartition, ':sk': searchChangeKey(revision).sk },
    ConsistentRead: true,
  });
  const changes = items.map((item) => z.object({ id: z.string(), sk: z.string() }).parse(item));
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return { changed: [], revision };
  if (Number(first.sk) !== revision + 1) return undefined;
  const ids = [...new Set(changes.map(({ id }) => id))];
  const changed: Wanted[] = [];
  for (let from = 0; from < ids.length; from += 100) {
    const some = ids.slice(from, from + 100);
    const found = await table.getMany(some.map(documentKey));
    changed.push(...some.map((id, n) => ({ id, document: found[n] && documentIn(found[n]) })));
  }
  return { changed, revision: Number(last.sk) };
}

/** Keeps documents as they are to be; those that are so already are left. Answers how many have changed. */
export async function keepDocuments(
  deps: Pick<Deps, 'table' | 'systemNow'>,
  wanted: readonly Wanted[],
): Promise<number> {
  let kept = 0;
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    kept += await keepSome(deps, wanted.slice(from, from + AT_ONCE));
  return kept;
}

async function keepSome(deps: Pick<Deps, 'table' | 'systemNow'>, wanted: readonly Wanted[]): Promise<number> {
  const texts = wanted.map(({ id, document }) => {
    const text = document ? JSON.stringify(document) : null;
    return { id, text, hash: hashOf(text) };
  });
  for (let tried = 1; ; tried++) {
    const [revision, known] = await Promise.all([
      revisionNow(deps.table),
      deps.table.getMany(texts.map(({ id }) => documentKey(id))),
    ]);
    const news = texts.filter(({ text, hash }, n) => (known[n] ? known[n]['hash'] !== hash : text !== null));
    if (news.length === 0) return 0;
    try {
      await deps.table.transact(writesOf(deps, news, revision));
      return news.length;
    } catch (error) {
      if (!(error instanceof ConditionFailed) || tried === ATTEMPTS) throw error;
    }
  }
}

function writesOf(
  deps: Pick<Deps, 'systemNow'>,
  news: readonly { id: string; text: string | null; hash: string }[],
  revision: number,
): TransactWrite[] {
  const expiresAtEpochSeconds = Math.floor(deps.systemNow().getTime() / 1000) + KEPT_SECONDS;
  return [
    {
      Put: {
        Item: { ...searchRevisionKey, revision: revision + news.length },
        ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
        ...(revision === 0 ? {} : { ExpressionAttributeValues: { ':read': revision } }),
      },
    },
    ...news.flatMap(({ id, text, hash }, n): TransactWrite[] => [
      { Put: { Item: { ...documentKey(id), document: text, hash } } },
      { Put: { Item: { ...searchChangeKey(revision + n + 1), id, expiresAtEpochSeconds } } },
    ]),
  ];
}
