import { z } from 'zod';
import { aDay, oneLine, optionalText } from '../oneLine.ts';

const MOST_AREAS = 14;

/** A decision or a priority as people write it (requirement R26). */
export const DecisionContentSchema = z.strictObject({
  title: oneLine(200),
  /** The day it was decided. */
  day: aDay,
  /** Who decided: `Regionala utvecklingsnämnden`. */
  decidedBy: oneLine(150),
  /** What was decided and why. */
  text: optionalText(10_000),
  focusAreas: z.array(z.string().max(100)).max(MOST_AREAS).default([]),
  /** Actors that it concerns; they read it too. */
  actorIds: z.array(z.string().max(100)).max(50).default([]),
});
export type DecisionContent = z.infer<typeof DecisionContentSchema>;

const text = z.object({ sv: z.string(), en: z.string().optional() });
const FrozenFigureSchema = z.object({
  id: z.string(),
  name: text,
  unit: text,
  /** As it is shown: a number, a range, or how many of each choice. */
  value: z.string().nullable(),
  max: z.string().nullable(),
  choices: z.record(z.string(), z.number()).nullable(),
  target: z.string().nullable(),
  contributions: z.number(),
});
/** The figures that a decision rested on, as they stood at an instant, and how many reports they came from. */
export const FrozenSchema = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  areas: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      due: z.number(),
      approved: z.number(),
      expected: z.number(),
      figures: z.array(FrozenFigureSchema),
    }),
  ),
});
export type Frozen = z.infer<typeof FrozenSchema>;

export const DecisionSchema = z.object({
  ...DecisionContentSchema.shape,
  id: z.string(),
  version: z.number(),
  /** Never changed after the decision was written down. */
  figures: FrozenSchema.nullable().default(null),
});
export type Decision = z.infer<typeof DecisionSchema>;

interface Figure {
  id: string;
  name: { sv: string; en?: string | undefined };
  unit: { sv: string; en?: string | undefined };
  value?: string | null | undefined;
  ratio?: { value: string | null } | null | undefined;
  range?: { min: string; max: string } | null | undefined;
  choices?: Record<string, number> | undefined;
  target: string | null;
  contributions: number;
}

/** A figure as it is kept with a decision: what was shown, and nothing that could be counted anew. */
export function frozenFigure(figure: Figure): z.infer<typeof FrozenFigureSchema> {
  const { id, name, unit, value, ratio, range, choices, target, contributions } = figure;
  return FrozenFigureSchema.parse({
    id,
    name,
    unit,
    value: value ?? ratio?.value ?? range?.min ?? null,
    max: range?.max ?? null,
    choices: choices && Object.keys(choices).length > 0 ? choices : null,
    target,
    contributions,
  });
}
