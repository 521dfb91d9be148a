import type { Deps } from '@insatskollen/functions/deps.ts';
import type { Item } from '@insatskollen/functions/table/client.ts';
import { libraryKey, metaKey, type LibraryKind } from '@insatskollen/functions/table/keys.ts';
import { geographiesItem, societalItem } from '@insatskollen/functions/societal/store.ts';
import { readReference, readSociety } from './read.ts';

/** Loads the strategy, the registers and what is followed of society into a table that has none. Done once; interrupted, it is done again. */
export async function loadReference(deps: Pick<Deps, 'table' | 'systemNow'>): Promise<void> {
  await loadSociety(deps);
  if (await deps.table.get(metaKey('reference'))) return;
  const items: Item[] = [];
  const add = (kind: LibraryKind, things: readonly { id: string }[]) => {
    for (const [order, content] of things.entries()) {
      const key = libraryKey(kind, order, content.id);
      items.push({ ...key, id: content.id, content: withoutVersion(content), version: 1 });
    }
  };
  const reference = readReference();
  add('strategy', reference.strategy);
  add('actor', reference.actor);
  add('initiative', reference.initiative);
  add('indicator', reference.indicator);
  add('dimension', reference.dimension);
  add('question', reference.question);
  add('questionSet', reference.questionSet);
  add('municipality', reference.municipality);
  await deps.table.putAll(items);
  await deps.table.put({ Item: { ...metaKey('reference'), loadedAt: deps.systemNow().toISOString() } });
}

/** It has a mark of its own: a table may have been made before there was any of it. */
async function loadSociety(deps: Pick<Deps, 'table' | 'systemNow'>): Promise<void> {
  if (await deps.table.get(metaKey('society'))) return;
  const { indicators, geographies } = readSociety();
  await deps.table.putAll([
    geographiesItem(geographies),
    ...indicators.map((content, order) => societalItem({ content, order, version: 1 })),
  ]);
  await deps.table.put({ Item: { ...metaKey('society'), loadedAt: deps.systemNow().toISOString() } });
}

/** The version is the table's to keep, beside the content. */
const withoutVersion = (content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'version'));
