import { EntrySchema, type AnswersPatch } from '@insatskollen/shared/reports/answers.ts';
import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import type { AskedOf } from './asked.ts';
import { patchOf, type Answer, type Written } from './entries.ts';
import { textPath, valuePath, type Typed } from './fields.ts';
import { changedSince, readFingerprints } from './fingerprints.ts';
import { readAnswers } from './readAnswers.ts';
import { remarkText } from './remarkAnswer.ts';

/** What a form sent without script asks for. */
export interface SentForm {
  /** Paths that its writer changed. */
  touched: string[];
  /** Those of them that are answers. */
  patch: AnswersPatch;
  /** Those of them that are said to remarks. */
  ticks: { path: string; text: string }[];
}

/**
 * Reads a step of the report's form. Only what the writer changed since the form was made is asked for (the form carries marks of
 * what it was filled in with), so that two people in different fields never collide. Where somebody else's answer was chosen
 * over one's own, nothing is asked for.
 */
export function readSentForm(
  form: FormData,
  asked: AskedOf,
  remarks: readonly { id: string }[],
  language: Language,
): SentForm {
  const typed: Typed = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const written: Written = readAnswers(typed, asked, language).answers;
  const ticked = remarks.filter(({ id }) => `remarks.${id}.answer` in typed);
  written.remarks = Object.fromEntries(
    ticked.map(({ id }) => [
      id,
      remarkText({ resolved: typed[`remarks.${id}.resolved`] === 'on', answer: typed[`remarks.${id}.answer`] ?? '' }),
    ]),
  );
  const paths = [
    ...asked.indicators.map(({ indicator }) => valuePath(indicator.id)).filter((path) => `${path}.kind` in typed),
    ...asked.questions.map(({ id }) => textPath(id)).filter((path) => path in typed),
    ...ticked.map(({ id }) => `remarks.${id}`),
  ].filter((path) => typed[`conflict.${path}`] !== 'theirs');
  const touched = changedSince(readFingerprints(typed['marks'] ?? ''), written, paths);
  const ticks = touched
    .filter((path) => path.startsWith('remarks.'))
    .map((path) => ({ path, text: written.remarks?.[path.slice('remarks.'.length)] ?? '' }));
  return { touched, patch: patchOf(written, touched), ticks };
}

/** Somebody else's answer where one's own could not be saved. */
export interface SentConflict {
  path: string;
  theirs: Answer;
  personId: string;
}

const ConflictsSchema = z.object({
  conflicts: z
    .array(z.object({ path: z.string(), theirs: z.union([EntrySchema, z.string(), z.null()]), personId: z.string() }))
    .catch([])
    .default([]),
  people: z.record(z.string(), z.string()).catch({}).default({}),
});

/** The conflicts that a refusal tells of, and the names of those who wrote first. */
export const conflictsIn = (refusal: Refusal): { conflicts: SentConflict[]; people: Record<string, string> } =>
  ConflictsSchema.parse(refusal.body);
