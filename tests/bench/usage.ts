import { z } from 'zod';

/** What the process with the server is told to begin with. */
export const BeginSchema = z.object({
  endpoint: z.string(),
  tableName: z.string(),
  port: z.number(),
  /** The built pages. */
  handler: z.string(),
});
export const UsageSchema = z.object({
  cpuMs: z.number(),
  rssMb: z.number(),
  requests: z.number(),
  /** Of the requests, those about who asks, whether all is ready, and for the library, which is cached for half a minute. */
  beside: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
});
/** What the server has used so far. */
export type Usage = z.infer<typeof UsageSchema>;
/** Asked with each question: whether the engine is to say what each request consumes, which costs a little itself. */
export const AskSchema = z.object({ consumed: z.boolean() });

/** The pack that a process of its own is to make, and what that cost it. */
export const PackToMakeSchema = z.object({
  endpoint: z.string(),
  tableName: z.string(),
  personId: z.string(),
  id: z.string(),
});
export const PackMadeSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakRssMb: z.number(),
  requests: z.number(),
});
export type PackMade = z.infer<typeof PackMadeSchema>;
