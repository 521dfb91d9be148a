/** What AWS runs of packs: the table's stream tells of one that waits to be made. */
import { takePacks } from '@insatskollen/functions/packs/stream.ts';
import { connectTable } from '@insatskollen/functions/table/client.ts';
import { z } from 'zod';
import { newId } from './ids.ts';

const environment = z
  .object({
    STAGE: z.enum(['dev', 'test', 'prod']),
    APP_ORIGIN: z.url({ protocol: /^https$/ }),
    AWS_REGION: z.string().min(1),
    TABLE_NAME: z.string().min(1),
  })
  .parse(process.env);

/** So much of its time is kept for ending well: one file of the longest pack. */
const KEPT_MS = 60_000;

const now = () => new Date();
const deps = {
  table: connectTable({ tableName: environment.TABLE_NAME, region: environment.AWS_REGION }),
  businessNow: now,
  systemNow: now,
  newId,
  settings: {
    stage: environment.STAGE,
    origin: environment.APP_ORIGIN,
    demo: false,
    demoClock: false,
    // Nobody signs in here.
    openId: { issuer: '', clientId: '', clientSecret: '' },
  },
};

const BatchSchema = z.object({ Records: z.array(z.unknown()) });

/** A batch of the table's stream; answers from where it is to be delivered again. */
export const takeStream = (event: unknown, context: { getRemainingTimeInMillis: () => number }) =>
  takePacks(deps, BatchSchema.parse(event).Records, () => context.getRemainingTimeInMillis() > KEPT_MS);
