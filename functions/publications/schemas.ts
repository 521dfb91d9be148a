import { PublicationContentSchema, publicationStates } from '@insatskollen/shared/publications/publication.ts';
import { SnapshotSchema } from '@insatskollen/shared/publications/snapshot.ts';
import { plainText } from '@insatskollen/shared/typed.ts';
import { z } from 'zod';
import { besides } from '../strategy/saving.ts';

const PublishedSchema = z.object({ number: z.number(), at: z.string(), by: z.string() });

/** A publication as it lies in the table: what is written, and which of it is public. */
export const StoredPublicationSchema = z.object({
  id: z.string(),
  areaId: z.string(),
  window: z.string(),
  version: z.number(),
  state: z.enum(publicationStates),
  text: z.string(),
  writtenBy: z.string().nullable(),
  writtenAt: z.string().nullable(),
  /** The latest that was published, also where it was withdrawn since. */
  published: PublishedSchema.nullable(),
  withdrawnAt: z.string().nullable(),
});
export type StoredPublication = z.infer<typeof StoredPublicationSchema>;

const actions = z.array(z.enum(['publish', 'withdraw']));
/** What is answered to whoever changes a publication. */
export const ChangedPublicationSchema = StoredPublicationSchema.omit({ id: true }).extend({ allowed: actions });

/** The area that a sum was withdrawn with, where it was. */
export const WithAreaSchema = z.string().nullable().catch(null);

export const PublicationSchema = ChangedPublicationSchema.extend({
  /** What would be seen were it published now. */
  proposed: SnapshotSchema,
  /** What anyone sees now. */
  current: SnapshotSchema.nullable(),
  /** The strategic area whose published sum holds it, which withdrawing it withdraws as well. */
  termOf: z.object({ areaId: z.string(), name: z.string() }).nullable(),
  /** Who did what to it, newest first. */
  history: z.array(
    z.object({
      ...{ version: z.number(), at: z.string(), by: z.string(), what: z.string(), reason: z.string().nullable() },
      /** Of a sum that went with an area that was withdrawn: which. */
      withArea: z.string().nullable(),
    }),
  ),
  people: z.record(z.string(), z.string()),
});

export const PublicationListSchema = z.object({
  items: z.array(StoredPublicationSchema.omit({ id: true, text: true, writtenBy: true, writtenAt: true })),
});
export const WritePublicationSchema = PublicationContentSchema.extend({
  version: besides.version,
  reason: besides.reason,
});
export const PublishSchema = z.strictObject({ version: z.number().int().optional() });
export const WithdrawSchema = z.strictObject({
  version: z.number().int().optional(),
  reason: plainText(1_000)
    .transform((text) => text.trim())
    .refine((text) => text !== '', {
      params: { code: 'blank', en: 'Say why.' },
      message: 'Skriv varför.',
    }),
});
