import { z } from 'zod';
import { packKinds } from './kinds.ts';

const language = z.enum(['sv', 'en']);

/** Words and the language that they are in: what the region and its actors wrote is Swedish in an English pack too. */
export const SaidSchema = z.object({ text: z.string(), language });
export type Said = z.infer<typeof SaidSchema>;

const TextSchema = z.object({ kind: z.literal('text'), said: SaidSchema, tone: z.enum(['plain', 'lead', 'soft']) });
const ListSchema = z.object({ kind: z.literal('list'), items: z.array(SaidSchema) });
const TableSchema = z.object({
  kind: z.literal('table'),
  /** What the table is of, for those who do not see it. */
  caption: SaidSchema,
  head: z.array(SaidSchema),
  /** The first cell of each row names it. */
  rows: z.array(z.array(SaidSchema)),
  /** Columns of numbers, which stand under each other from the right. */
  numeric: z.array(z.number()),
});
const ChartSchema = z.object({
  kind: z.literal('chart'),
  /** What it shows; where its area stands beside it. */
  title: SaidSchema,
  /** The same with what it is of, where it stands by itself. */
  caption: SaidSchema.optional(),
  /** All that the picture shows, in words. */
  alt: SaidSchema,
  labels: z.array(SaidSchema),
  /** What is written at the end of each bar; nothing where it is empty. */
  ends: z.array(SaidSchema).default([]),
  /** Numbers to be drawn. */
  series: z.array(
    z.object({ name: SaidSchema, values: z.array(z.number()), means: z.enum(['done', 'waiting', 'late', 'rest']) }),
  ),
  stacked: z.boolean(),
  percent: z.boolean(),
});
const QuoteBlockSchema = z.object({ kind: z.literal('quote'), said: SaidSchema, source: SaidSchema });

const BlockSchema = z.discriminatedUnion('kind', [TextSchema, ListSchema, TableSchema, ChartSchema, QuoteBlockSchema]);
export type Block = z.infer<typeof BlockSchema>;
export type TableBlock = z.infer<typeof TableSchema>;
export type ChartBlock = z.infer<typeof ChartSchema>;

const SectionSchema = z.object({
  title: SaidSchema,
  /** Where in the strategy it is, above the title. */
  kicker: SaidSchema.nullable(),
  /** Which strategic area's colour it has; none of them at 0. */
  hue: z.number().int().min(0).max(3),
  level: z.union([z.literal(1), z.literal(2)]),
  blocks: z.array(BlockSchema),
});
export type Section = z.infer<typeof SectionSchema>;

/** A pack before it is a file: all that it says, in order, in one language. Every format is made from this and nothing else. */
export const PackContentSchema = z.object({
  kind: z.enum(packKinds),
  language,
  title: SaidSchema,
  subtitle: SaidSchema,
  /** What stands on every page: as of when, and that the figures are made up where they are. */
  foot: SaidSchema,
  sections: z.array(SectionSchema),
});
export type PackContent = z.infer<typeof PackContentSchema>;
