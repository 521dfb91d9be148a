import { z } from 'zod';
import { compare } from '../decimal.ts';
import { oneLine, optionalText } from '../oneLine.ts';
import { typedDecimal } from '../typed.ts';

export const commitmentSpans = ['quarter', 'halfYear', 'year', 'threeYears', 'total'] as const;

/**
 * What was promised in numbers (R9): at least `min`, at most `max`, exactly both, for each `per`. With an `indicatorId` it is
 * followed by what is reported of that indicator, and with a `dimension` by how many of its parts were reached: people from nine
 * municipalities.
 */
export const CommitmentSchema = z.strictObject({
  text: oneLine(300),
  min: typedDecimal.nullable().default(null),
  max: typedDecimal.nullable().default(null),
  unit: oneLine(60),
  per: z.enum(commitmentSpans),
  indicatorId: z.string().max(100).nullable().default(null),
  dimension: z.string().max(60).optional(),
  note: optionalText(1_000),
});
export type Commitment = z.infer<typeof CommitmentSchema>;

export type CommitmentFault =
  | 'noAmount'
  | 'negative'
  | 'reversedAmounts'
  | 'unknownIndicator'
  | 'needsIndicator'
  | 'unknownDimension';

/** What is wrong with a commitment, each with its path inside of it. `dimensions` are those of its indicator, none when unknown. */
export function commitmentFaults(
  { min, max, indicatorId, dimension }: Commitment,
  dimensionsOf: (indicatorId: string) => readonly string[] | undefined,
): { path: string; code: CommitmentFault }[] {
  const faults: { path: string; code: CommitmentFault }[] = [];
  if (min === null && max === null) faults.push({ path: 'min', code: 'noAmount' });
  for (const [path, amount] of Object.entries({ min, max }))
    if (amount?.startsWith('-')) faults.push({ path, code: 'negative' });
  if (min !== null && max !== null && compare(min, max) > 0) faults.push({ path: 'max', code: 'reversedAmounts' });
  const dimensions = indicatorId === null ? undefined : dimensionsOf(indicatorId);
  if (indicatorId !== null && !dimensions) faults.push({ path: 'indicatorId', code: 'unknownIndicator' });
  if (dimension !== undefined && indicatorId === null) faults.push({ path: 'indicatorId', code: 'needsIndicator' });
  else if (dimension !== undefined && dimensions && !dimensions.includes(dimension))
    faults.push({ path: 'dimension', code: 'unknownDimension' });
  return faults;
}
