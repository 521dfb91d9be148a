import { z } from 'zod';
import { canonicalJson } from '../canonicalJson.ts';

export const eventTypes = [
  'draftStarted',
  'submitted',
  'recalled',
  'reviewTaken',
  'reviewGivenBack',
  'returned',
  'approved',
  'reopened',
  'reopenRequested',
  'extended',
] as const;

/** One transition of a report as it is kept for ever: who by opaque id only, and chained by hash to the one before. */
export const ReportEventSchema = z.object({
  number: z.coerce.number(),
  type: z.enum(eventTypes),
  at: z.string(),
  personId: z.string(),
  /** The version that the event acted on or made; null before there is one. */
  version: z.coerce.number().nullable(),
  reason: z.string().nullable(),
  previousHash: z.string().nullable(),
  hash: z.string(),
});
export type ReportEvent = z.infer<typeof ReportEventSchema>;
export type Sha256 = (text: string) => string;

/** Hash of everything in an event but the hash itself, over its canonical form. */
export function hashEvent(
  event: Omit<ReportEvent, 'hash'>,
  report: { agreementId: string; period: string },
  sha256: Sha256,
): string {
  const { number, type, at, personId, version, reason, previousHash } = event;
  return sha256(canonicalJson({ ...report, number, type, at, personId, version, reason, previousHash }));
}

/** The next event of a chain whose last hash is `previousHash` (null for the first). */
export function chainEvent(
  event: Omit<ReportEvent, 'hash'>,
  report: { agreementId: string; period: string },
  sha256: Sha256,
): ReportEvent {
  return { ...event, hash: hashEvent(event, report, sha256) };
}

/** The number of the first event that does not follow from the one before it; `undefined` when the whole history holds. */
export function firstBrokenEvent(
  events: readonly ReportEvent[],
  expected: { count: number; hash: string | null },
  report: { agreementId: string; period: string },
  sha256: Sha256,
): number | undefined {
  let previousHash: string | null = null;
  for (const [index, event] of events.entries()) {
    const intact =
      event.number === index + 1 &&
      event.previousHash === previousHash &&
      event.hash === hashEvent(event, report, sha256);
    if (!intact) return index + 1;
    previousHash = event.hash;
  }
  const whole = events.length === expected.count && previousHash === expected.hash;
  return whole ? undefined : Math.min(events.length, expected.count) + 1;
}
