import { z } from 'zod';

/** An organisation that carries out initiatives, as the register shows it. */
export const ActorSchema = z.looseObject({
  id: z.string(),
  version: z.coerce.number().default(1),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  nameToConfirm: z.boolean(),
  /** Its departments. */
  units: z.array(z.object({ id: z.string(), name: z.string(), shortName: z.string() })).optional(),
  note: z.string().nullish(),
  /** The day from which it reports no more; the register and the history keep it. */
  endedAt: z.string().nullish(),
});
export type Actor = z.infer<typeof ActorSchema>;
