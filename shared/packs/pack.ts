import { z } from 'zod';

/** What a pack is for: a board's meeting, the yearly follow-up report, or a dialogue with an actor (requirement R33). */
export const packKinds = ['board', 'yearly', 'dialogue'] as const;
export type PackKind = (typeof packKinds)[number];

export const packFormats = ['pptx', 'pdf', 'docx'] as const;
export type PackFormat = (typeof packFormats)[number];

/** The formats that each kind is made in; the first is what is given where nobody asks for another. */
export const formatsOf: Readonly<Record<PackKind, readonly [PackFormat, ...PackFormat[]]>> = {
  board: ['pptx'],
  yearly: ['pdf', 'docx'],
  dialogue: ['pdf', 'docx'],
};

export const packStates = ['queued', 'running', 'done', 'failed'] as const;
export type PackState = (typeof packStates)[number];

/** A finished pack is kept so long, and then made anew. */
export const KEPT_DAYS = 30;

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
