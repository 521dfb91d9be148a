import type { Indicator } from '../indicators/indicator.ts';
import type { Entry } from '../reports/answers.ts';
import type { Head } from '../reports/head.ts';
import { total, type Share } from './cells.ts';
import { countedVersion, type Book } from './countedVersion.ts';
import { shareOfHead, shareOfVersion } from './share.ts';

/** A version that counts in a book, with what it answers. */
export interface Counted {
  version: number;
  values: Record<string, Entry>;
}

/** A report as the figures see it at one moment: its head, and the values of any version that a book may count. */
export interface Standing {
  head: Head;
  valuesOf: ReadonlyMap<number, Record<string, Entry>>;
}

/** What counts of a report in a book. Throws when the version's values were not brought along: they may not be guessed. */
export function countedIn(book: Book, { head, valuesOf }: Standing): Counted | undefined {
  const version = countedVersion(book, head);
  if (version === null) return undefined;
  const values = valuesOf.get(version);
  if (!values) throw new Error(`the values of version ${version} are missing`);
  return { version, values };
}

/** Everything that a report gives to a book, apart from its chain's stock: coverage, targets, and the counted version's answers. */
export function shareOfReport(book: Book, standing: Standing, indicators: ReadonlyMap<string, Indicator>): Share {
  const counted = countedIn(book, standing);
  const ofHead = shareOfHead(standing.head, indicators);
  if (!counted) return ofHead;
  const ofVersion = shareOfVersion(standing.head, counted.values, indicators);
  return { sums: total(ofHead.sums, ofVersion.sums), maxima: ofVersion.maxima };
}
