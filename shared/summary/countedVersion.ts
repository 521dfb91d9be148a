import type { Head } from '../reports/head.ts';

/** Official figures hold approved versions; the preview adds what waits for review. */
export const books = ['official', 'preview'] as const;
export type Book = (typeof books)[number];

type Standing = Pick<Head, 'state' | 'version' | 'officialVersion'>;

/**
 * Which version of a report counts in a book; null when none does. Here, and nowhere else, it is said that a returned report leaves
 * the summary: `officialVersion` is set by approving, cleared by reopening (unless the figures are kept), and a submitted version
 * counts in the preview only while it waits for review.
 */
export function countedVersion(book: Book, head: Standing): number | null {
  if (book === 'preview' && head.state === 'submitted') return head.version;
  return head.officialVersion;
}
