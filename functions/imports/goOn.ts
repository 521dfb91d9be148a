import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { importHoldKey } from '../table/keys.ts';
import { goOnWriting } from './writing.ts';

const HandOverSchema = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({
      pk: z.object({ S: z.literal(importHoldKey.pk) }),
      sk: z.object({ S: z.literal(importHoldKey.sk) }),
    }),
    NewImage: z.object({ handedOver: z.object({ BOOL: z.literal(true) }) }),
  }),
});

/** What the stream is answered: from where it has to deliver again. */
interface Taken {
  batchItemFailures: { itemIdentifier: string }[];
}

/**
 * Takes a batch of the table's stream, and goes on with the file that a request handed over in it, as long as it may: what is then
 * left it hands over again, which the stream tells of anew. A record that comes twice finds nothing to do, or another at it.
 */
export async function takeHandOvers(deps: Deps, records: readonly unknown[], mayGoOn: () => boolean): Promise<Taken> {
  // Several in a batch are of one file after the other, and there is one at a time: what is there now is what is left.
  const last = records.flatMap((record) => HandOverSchema.safeParse(record).data ?? []).at(-1);
  if (!last) return { batchItemFailures: [] };
  try {
    await goOnWriting(deps, mayGoOn);
    return { batchItemFailures: [] };
  } catch (error) {
    const { name, place } = kindAndPlace(error);
    console.error(JSON.stringify({ level: 'error', event: 'importGoingOnFailed', name, place }));
    return { batchItemFailures: [{ itemIdentifier: last.dynamodb.SequenceNumber }] };
  }
}
