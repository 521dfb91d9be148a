import { SocietalIndicatorSchema } from '@insatskollen/shared/societal/indicator.ts';
import { JudgedSchema } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { z } from 'zod';

/** An indicator as it lies in the table. */
export const StoredSocietalSchema = z.object({
  content: z.preprocess(inBothLanguages, SocietalIndicatorSchema),
  order: z.coerce.number().int(),
  version: z.coerce.number().int(),
  /** What is judged of signs that a series has broken; none in tables that are older than that. */
  judged: z.array(JudgedSchema).default([]),
});
export type StoredSocietal = z.infer<typeof StoredSocietalSchema>;

const both = (text: unknown): unknown => (typeof text === 'string' ? { sv: text, en: text } : text);
const OlderSchema = z.looseObject({
  caveats: z.array(z.unknown()),
  seriesBreaks: z.array(z.looseObject({ text: z.unknown() })),
  series: z.array(z.looseObject({ source: z.looseObject({ note: z.unknown().optional() }) })),
});

/** What one should know of an indicator was once written in Swedish alone, and lies so in tables that were loaded then. */
function inBothLanguages(content: unknown): unknown {
  const older = OlderSchema.safeParse(content).data;
  if (!older) return content;
  return {
    ...older,
    caveats: older.caveats.map(both),
    seriesBreaks: older.seriesBreaks.map((one) => ({ ...one, text: both(one.text) })),
    series: older.series.map((one) => ({
      ...one,
      source: 'note' in one.source ? { ...one.source, note: both(one.source.note) } : one.source,
    })),
  };
}
