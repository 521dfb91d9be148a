import { z } from 'zod';
import { plainText } from '../typed.ts';
import { directions } from './movement.ts';

export const assessmentStates = ['unwritten', 'draft', 'reviewed', 'published'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

const CONCLUSION_CHARACTERS = 300;
const ANALYSIS_CHARACTERS = 20_000;
const EVIDENCE = 50;
const ANALYSES = 50;

const trimmed = (characters: number) => plainText(characters).transform((text) => text.trim());

/** A report that the assessment rests on. */
export const EvidenceSchema = z.strictObject({ agreementId: z.string().max(100), period: z.string().max(20) });
export type Evidence = z.infer<typeof EvidenceSchema>;

/**
 * The region's own analysis and conclusion for an area and a window (R11). A figure stands in a text as `[[id of the indicator]]`:
 * it is the area's own, shown as it is until the assessment is published and as it was then.
 */
export const AssessmentContentSchema = z.strictObject({
  direction: z.enum(directions).nullable(),
  /** One sentence, which leadership reads beside the arrow. */
  conclusion: trimmed(CONCLUSION_CHARACTERS).refine((text) => !text.includes('\n'), {
    params: { code: 'oneLine', en: 'Write this on one line.' },
    message: 'Skriv det här på en rad.',
  }),
  analysis: trimmed(ANALYSIS_CHARACTERS),
  evidence: z.array(EvidenceSchema).max(EVIDENCE),
  /** Analyses of the library that it rests on, beside the reports. */
  analysisIds: z.array(z.string().max(100)).max(ANALYSES).default([]),
});
export type AssessmentContent = z.infer<typeof AssessmentContentSchema>;

export const unwritten: AssessmentContent = {
  direction: null,
  conclusion: '',
  analysis: '',
  evidence: [],
  analysisIds: [],
};
