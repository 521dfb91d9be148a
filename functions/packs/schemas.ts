import { formatsOf, packFormats, packKinds, packStates } from '@insatskollen/shared/packs/kinds.ts';
import { PackChoicesSchema, QuotesSchema } from '@insatskollen/shared/packs/pack.ts';
import { z } from 'zod';
import { AsOfSchema, withWindow } from '../summary/schemas.ts';
import { partsOf, type Pack } from './packStore.ts';

const choices = PackChoicesSchema.shape;

/** What somebody asks for: the kind, in which language, for which window and as of when, and what goes into it. */
export const AskSchema = withWindow({
  kind: z.enum(packKinds),
  language: z.enum(['sv', 'en']),
  asOf: AsOfSchema.optional(),
  areas: choices.areas,
  figures: choices.figures,
  assessments: choices.assessments,
  appendix: choices.appendix,
  /** From coordinators only: whoever picks words answers for that they may be spread. */
  quotes: QuotesSchema.default([]),
  /** A dialogue's pack is for one of them, named by its id, or for the next one with an actor. */
  dialogue: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
});

export const PackAnswerSchema = z.object({
  id: z.string(),
  kind: z.enum(packKinds),
  language: z.enum(['sv', 'en']),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  /** The dialogue that a dialogue's pack is for: with whom, and when. */
  dialogue: z.object({ id: z.string(), actor: z.string(), day: z.string() }).nullable(),
  state: z.enum(packStates),
  /** Parts that are made, of all that the pack needs. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  /** The formats that it can be fetched in; none before it is done. */
  formats: z.array(z.enum(packFormats)),
  failure: z.enum(['gone', 'fault']).nullable(),
});

export const PackListSchema = z.object({ items: z.array(PackAnswerSchema) });
export const FileQuerySchema = z.object({ format: z.enum(packFormats).optional() });

/** A pack as its own person reads it. */
export function answerOf(pack: Pack): z.output<typeof PackAnswerSchema> {
  const { id, kind, language, from, to, asOf, askedAt, dialogue, state, done, failure } = pack;
  return {
    ...{ id, kind, language, from, to, asOf, askedAt, state, failure },
    dialogue: dialogue && { id: dialogue.id, actor: dialogue.actor, day: dialogue.day },
    expiresAt: new Date(pack.expiresAtEpochSeconds * 1000).toISOString(),
    progress: { done, total: partsOf(pack) },
    formats: state === 'done' ? [...formatsOf[kind]] : [],
  };
}
