/**
 * The regions of AWS that lie in the European Union. `eu-` in a name says only Europe: London (`eu-west-2`) and
 * Zürich (`eu-central-2`) are outside the Union.
 */
export const euRegions = ['eu-north-1', 'eu-central-1', 'eu-west-1', 'eu-west-3', 'eu-south-1', 'eu-south-2'] as const;

export type EuRegion = (typeof euRegions)[number];

const isEuRegion = (region: string): region is EuRegion => euRegions.some((known) => known === region);

/** The region, if it lies in the European Union; otherwise an error in one sentence about `what` would have lain there. */
export function requireEuRegion(region: string, what: string): EuRegion {
  if (isEuRegion(region)) return region;
  throw new Error(
    `${what} would lie in ${region || 'no named region'}, outside the European Union, and data, backups, logs, keys and mail must stay inside it: choose one of ${euRegions.join(', ')}.`,
  );
}
