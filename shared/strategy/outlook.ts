import { z } from 'zod';
import { plainText } from '../typed.ts';

/** Where a focus area is heading, in the region's own words (R20). Never written is version 0 with no text. */
export const OutlookSchema = z.object({
  focusArea: z.string(),
  text: z.string(),
  version: z.number().int(),
  changedAt: z.string().nullable(),
});
export type Outlook = z.infer<typeof OutlookSchema>;

export const OutlookContentSchema = z.strictObject({ text: plainText(10_000).transform((text) => text.trim()) });
