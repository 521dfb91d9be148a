import { z } from 'zod';
import { aDay, oneLine, optionalText } from '../oneLine.ts';

const day = aDay.nullable().default(null);

const PartSchema = z.strictObject({ name: oneLine(200), start: day, end: day });

/**
 * When an initiative runs. `asWritten` is how the plan says it, kept beside what was understood; `recurrence` is an ISO 8601 duration
 * (`P3Y`) of whole months or years between one time and the next, the first of which lies between `start` and `end`.
 */
export const TimelineContentSchema = z.strictObject({
  asWritten: oneLine(300).nullable().default(null),
  start: day,
  end: day,
  ongoing: z.boolean().default(false),
  precision: z.enum(['day', 'year', 'none']).default('day'),
  note: optionalText(1_000),
  recurrence: z
    .string()
    .regex(/^P[1-9]\d?[MY]$/)
    .optional(),
  components: z.array(PartSchema).max(20).optional(),
  malformed: z.boolean().optional(),
  candidates: z.array(aDay).max(10).optional(),
});
type Timeline = z.infer<typeof TimelineContentSchema>;

/** Paths of ends that lie before their starts. */
export function reversedSpans({ start, end, components = [] }: Timeline): string[] {
  const reversed = (span: { start: string | null; end: string | null }) =>
    span.start !== null && span.end !== null && span.end < span.start;
  return [
    ...(reversed({ start, end }) ? ['timeline.end'] : []),
    ...components.flatMap((part, n) => (reversed(part) ? [`timeline.components.${n}.end`] : [])),
  ];
}
