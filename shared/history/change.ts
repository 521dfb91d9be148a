import { z } from 'zod';

/** Everything that people change and whose changes are kept. */
export const changedKinds = [
  'actor',
  'initiative',
  'indicator',
  'question',
  'questionSet',
  'outlook',
  'agreement',
  'person',
  'activity',
  'dialogue',
  'decision',
  'lesson',
  'analysis',
  'assessment',
  'publication',
  'comment',
  'societal',
] as const;
export type ChangedKind = (typeof changedKinds)[number];

/** One change of a thing. `version` is the one that it made, `by` an opaque person id, `at` an instant by the business clock. */
export const ChangeSchema = z.object({
  version: z.coerce.number().int(),
  at: z.string(),
  by: z.string(),
  /** `created`, `changed`, or what a feature calls it: `ended`, `renewed`, … */
  what: z.string(),
  reason: z.string().nullable(),
  fields: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type Change = z.infer<typeof ChangeSchema>;
