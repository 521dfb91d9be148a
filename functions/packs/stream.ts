import { z } from 'zod';
import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import type { Deps } from '../deps.ts';
import { packOfRecord } from '../table/keys.ts';
import { makePack } from './make.ts';

/** A pack that waits, as the stream tells of it: new, handed over, or started again. */
const WaitingSchema = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
    NewImage: z.object({ state: z.object({ S: z.literal('queued') }) }),
  }),
});

/** What the stream is answered: from where it has to deliver again. */
interface Taken {
  batchItemFailures: { itemIdentifier: string }[];
}

/**
 * Takes a batch of the table's stream and makes the packs that wait in it, one after the other, as long as it may; from the first that
 * it has no time for or that fails, all is delivered again. A record that comes twice finds its pack made.
 */
export async function takePacks(deps: Deps, records: readonly unknown[], mayGoOn: () => boolean): Promise<Taken> {
  for (const record of records) {
    const waiting = WaitingSchema.safeParse(record).data?.dynamodb;
    const at = waiting && packOfRecord({ pk: waiting.Keys.pk.S, sk: waiting.Keys.sk.S });
    if (!at) continue;
    const again = { batchItemFailures: [{ itemIdentifier: waiting.SequenceNumber }] };
    if (!mayGoOn()) return again;
    try {
      await makePack(deps, at, mayGoOn);
    } catch (error) {
      const { name, place } = kindAndPlace(error);
      console.error(JSON.stringify({ level: 'error', event: 'packNotTaken', name, place }));
      return again;
    }
  }
  return { batchItemFailures: [] };
}
