import { TermsSchema, type Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { Item, Table } from '../table/client.ts';
import { agreementVersionKey } from '../table/keys.ts';

const KEPT = 2_000;
const cache = new WeakMap<Table, Map<string, Terms>>();

/** The item of one version of an agreement: terms in full, written once. */
export const termsItem = (terms: Terms): Item => ({
  ...agreementVersionKey(terms.id, terms.version),
  terms: JSON.stringify(terms),
});

function cacheOf(table: Table): Map<string, Terms> {
  const known = cache.get(table) ?? new Map<string, Terms>();
  cache.set(table, known);
  return known;
}

/** Terms that this process has read before; a version never changes. */
export const knownTerms = (table: Table, agreementId: string, version: number): Terms | undefined =>
  cacheOf(table).get(`${agreementId}#${version}`);

/** Reads an agreement's version from its item and remembers it. */
export function readTerms(table: Table, item: Item | undefined): Terms {
  if (typeof item?.['terms'] !== 'string') throw new Error('an agreement version is missing');
  const terms = TermsSchema.parse(JSON.parse(item['terms']));
  const known = cacheOf(table);
  if (known.size >= KEPT) known.delete(known.keys().next().value ?? '');
  known.set(`${terms.id}#${terms.version}`, terms);
  return terms;
}

/** The terms that a report is pinned to. */
export async function termsOf(table: Table, agreementId: string, version: number): Promise<Terms> {
  return (
    knownTerms(table, agreementId, version) ??
    readTerms(table, await table.get(agreementVersionKey(agreementId, version)))
  );
}
