import type { SearchDocument } from '@insatskollen/shared/search/document.ts';
import type { Deps } from '../deps.ts';
import { libraryOf, type Library } from '../strategy/library.ts';
import type { Table } from '../table/client.ts';
import { SearchIndex } from './searchIndex.ts';
import { allDocuments, changedSince, revisionNow } from './store.ts';

/** An index, and the revision of the documents that it is at. */
interface Followed {
  index: SearchIndex;
  revision: number;
}
const followed = new WeakMap<Table, Promise<Followed | undefined>>();

/**
 * The index as new as the table: read whole once a process, and then by what has changed, one request each time. Those who ask at
 * the same time wait for the same reading.
 */
export async function indexNow(deps: Deps): Promise<SearchIndex> {
  const before = followed.get(deps.table) ?? Promise.resolve(undefined);
  const next = before.then((known) => follow(deps, known));
  // A reading that failed changes nothing: the next one goes on from where this one began.
  followed.set(
    deps.table,
    next.catch(() => before),
  );
  return (await next).index;
}

async function follow(deps: Deps, known: Followed | undefined): Promise<Followed> {
  const library = await libraryOf(deps);
  const news = known && (await changedSince(deps.table, known.revision));
  if (!known || !news) return readWhole(deps, library);
  for (const { id, document } of news.changed) {
    if (document) known.index.put({ document, title: titleOf(document, library) });
    else known.index.drop(id);
  }
  return { index: known.index, revision: news.revision };
}

async function readWhole(deps: Deps, library: Library): Promise<Followed> {
  const index = new SearchIndex();
  // Read before the documents: what changes meanwhile is read again, and nothing is missed.
  const revision = await revisionNow(deps.table);
  for await (const document of allDocuments(deps.table)) index.put({ document, title: titleOf(document, library) });
  return { index, revision };
}

/** What a document is called: its own title, or whose it is and what it is about. */
function titleOf({ title, place }: SearchDocument, library: Library): string {
  if (title !== '') return title;
  const { actorId, initiativeId, areaId } = place;
  const area = library.strategy.strategicAreas
    .flatMap((one) => [one, ...one.focusAreas])
    .find(({ id }) => id === areaId)?.name;
  const names = [
    actorId === undefined ? undefined : (library.actors.get(actorId)?.name ?? actorId),
    initiativeId === undefined ? undefined : (library.initiatives.get(initiativeId)?.title ?? initiativeId),
    area,
  ];
  return names.filter((name) => name !== undefined).join(', ');
}
