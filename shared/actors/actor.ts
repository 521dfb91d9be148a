import { z } from 'zod';

/** An organisation that carries out initiatives, as the register shows it. */
export const ActorSchema = z.looseObject({
  id: z.string(),
  version: z.coerce.number().default(1),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  nameToConfirm: z.boolean(),
  note: z.string().optional(),
});
export type Actor = z.infer<typeof ActorSchema>;
