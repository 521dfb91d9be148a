import { z } from 'zod';

const MOST_AREAS = 14;
const MOST_QUOTES = 20;

/** Words out of a text in an approved report, picked for a pack by a coordinator: the actor's own, unchanged. */
const QuoteSchema = z.strictObject({
  agreementId: z.string().max(100),
  period: z.string().max(20),
  text: z.string().trim().min(1).max(600),
});
export type Quote = z.infer<typeof QuoteSchema>;

/** What goes into a pack beside what always does. */
export const PackChoicesSchema = z.strictObject({
  /** Focus areas; all that have anything to say where none is named. */
  areas: z.array(z.string().max(100)).max(MOST_AREAS).default([]),
  /** The figures that say most of each area, or all. */
  figures: z.enum(['main', 'all']).default('main'),
  /** The region's own published assessments. */
  assessments: z.boolean().default(true),
  /** What the figures mean, and who has reported. */
  appendix: z.boolean().default(true),
});
export const QuotesSchema = z.array(QuoteSchema).max(MOST_QUOTES);
export type PackChoices = z.infer<typeof PackChoicesSchema>;
