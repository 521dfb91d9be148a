import type { Deps } from '@insatskollen/functions/deps.ts';
import { z } from 'zod';
import { depsOnAws } from './depsOnAws.ts';

const EnvironmentSchema = z.object({
  STAGE: z.enum(['dev', 'test', 'prod']),
  APP_ORIGIN: z.url({ protocol: /^https$/ }),
  AWS_REGION: z.string().min(1),
  TABLE_NAME: z.string().min(1),
});
const BatchSchema = z.object({ Records: z.array(z.unknown()) });

/** So much of its time is kept for ending well: the part under way, and leaving the rest to the next. */
const KEPT_MS = 60_000;

/** The handler of long work that the table's stream tells of: each batch with whether there is time to go on; it answers from where to deliver again. */
export function streamJob<Taken>(
  take: (deps: Deps, records: readonly unknown[], mayGoOn: () => boolean) => Promise<Taken>,
) {
  const environment = EnvironmentSchema.parse(process.env);
  const deps = depsOnAws(environment);
  return (event: unknown, context: { getRemainingTimeInMillis: () => number }): Promise<Taken> =>
    take(deps, BatchSchema.parse(event).Records, () => context.getRemainingTimeInMillis() > KEPT_MS);
}
