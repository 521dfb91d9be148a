import { z } from 'zod';

/** A text of the interface's library in both languages; English may be missing for what only the plan names. */
export const BilingualSchema = z.object({ sv: z.string(), en: z.string() });

const FocusAreaSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  order: z.coerce.number(),
  note: z.string().nullable(),
});
const StrategicAreaSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  order: z.coerce.number(),
  vision: z.string(),
  focusAreas: z.array(FocusAreaSchema),
});
export const StrategySchema = z.looseObject({
  name: z.string(),
  rusPriorities: z.array(z.object({ id: z.string(), name: z.string() })),
  strategicAreas: z.array(StrategicAreaSchema),
});
export type Strategy = z.infer<typeof StrategySchema>;
