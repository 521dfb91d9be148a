import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { changedBy, type Changed } from '../table/keys.ts';
import { gather, gatherAll } from './gather.ts';
import { allDocuments, keepDocuments, revisionNow, type Wanted } from './store.ts';

const text = z.object({ S: z.string() });
/** Of a record of the stream, only whose it is: what is in it is read from the table, or not at all. */
const RecordSchema = z.object({
  eventName: z.string(),
  dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ pk: text, sk: text }) }),
});
type Updating = Pick<Deps, 'table' | 'systemNow'>;

/**
 * Takes a batch of the table's stream and keeps the documents of what has changed. At the first one that fails it stops: that one and
 * what follows are to be delivered again. Taken twice, nothing happens the second time.
 */
export async function takeForSearch(
  deps: Updating,
  records: readonly unknown[],
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const done = new Set<string>();
  for (const record of records) {
    const { eventName, dynamodb } = RecordSchema.parse(record);
    const changed = changedBy({ pk: dynamodb.Keys.pk.S, sk: dynamodb.Keys.sk.S });
    if (eventName === 'REMOVE' || !changed || done.has(JSON.stringify(changed))) continue;
    try {
      if (changed.of === 'agreement' && !marksChanged(record)) continue;
      await updateDocuments(deps, changed);
      // What is read now holds all that came before now: later records of the same thing in this batch are no news.
      done.add(JSON.stringify(changed));
    } catch (error) {
      const { name, place } = kindAndPlace(error);
      console.error(JSON.stringify({ level: 'error', event: 'searchRecordFailed', name, place }));
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}

const MarksSchema = z
  .object({
    content: text.transform(({ S }) => z.object({ confidential: z.unknown().optional() }).parse(JSON.parse(S))),
  })
  .transform(({ content }) => JSON.stringify(content.confidential ?? []))
  .catch('[]');
const ImagesSchema = z.object({
  dynamodb: z.object({ OldImage: z.unknown().optional(), NewImage: z.unknown().optional() }),
});

/** Of an agreement only what is confidential decides what may be searched in; it changes seldom, and all its reports with it. */
function marksChanged(record: unknown): boolean {
  const { OldImage, NewImage } = ImagesSchema.parse(record).dynamodb;
  return MarksSchema.parse(OldImage) !== MarksSchema.parse(NewImage);
}

const updateDocuments = async (deps: Updating, changed: Changed): Promise<number> =>
  keepDocuments(deps, await gather(deps.table, changed));

/** Makes every document anew from what there is, also while the product runs; answers how many were not as they should be. */
export async function rebuildSearch(deps: Updating): Promise<{ documents: number; changed: number }> {
  const before: string[] = [];
  for await (const { id } of allDocuments(deps.table)) before.push(id);
  const ids = new Set<string>();
  let changed = 0;
  for await (const wanted of gatherAll(deps.table)) {
    changed += await keepDocuments(deps, wanted);
    for (const { id, document } of wanted) if (document) ids.add(id);
  }
  const gone = before.filter((id) => !ids.has(id)).map((id): Wanted => ({ id, document: undefined }));
  changed += await keepDocuments(deps, gone);
  return { documents: ids.size, changed };
}

/** Makes the documents of a table that has none yet. */
export async function beginSearch(deps: Updating): Promise<void> {
  if ((await revisionNow(deps.table)) === 0) await rebuildSearch(deps);
}
