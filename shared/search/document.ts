import { z } from 'zod';

export const documentKinds = [
  'initiative',
  'report',
  'lesson',
  'analysis',
  'decision',
  'assessment',
  'dialogue',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

const actorIds = z.array(z.string());
const AccessSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('everyone') }),
  z.object({ to: z.literal('region'), actorIds }),
  z.object({ to: z.literal('coordinators'), actorIds }),
  z.object({ to: z.literal('report'), actorId: z.string(), latest: z.boolean(), approved: z.boolean() }),
]);

/** Where a document stands in the product: only what its kind needs is there. */
export const PlaceSchema = z.object({
  /** Its own id: of an initiative, a lesson, an analysis, a decision, a dialogue. */
  id: z.string().optional(),
  agreementId: z.string().optional(),
  period: z.string().optional(),
  version: z.number().optional(),
  areaId: z.string().optional(),
  window: z.string().optional(),
  initiativeId: z.string().optional(),
  actorId: z.string().optional(),
});

/** One thing that is searched in, as one kind of reader sees it: a report may be two, its latest version and its approved one. */
export const SearchDocumentSchema = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  /** Its own title, where it has one. */
  title: z.string(),
  /** Its texts, each with what it answers: the name of a question of a report. */
  parts: z.array(z.object({ name: z.string().nullable(), text: z.string() })),
  /** The day that it is of: among equals the latest comes first. */
  day: z.string(),
  access: AccessSchema,
  place: PlaceSchema,
});
export type SearchDocument = z.infer<typeof SearchDocumentSchema>;
