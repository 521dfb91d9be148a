import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Item } from '../table/client.ts';

/** `?limit=` 1–200 (default 100) and `&cursor=` from the page before. */
export const PageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(2_000).optional(),
});
export const pageSchema = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A place in a table's page: the keys that it ended with. */
export const KeysSchema = z.record(z.string(), z.string());
/** A place in a list that is whole in memory. */
const PlaceSchema = z.strictObject({ from: z.int().min(1) });

/** A place in a list as an opaque text. It holds keys only, so it gives nothing that the caller could not ask for. */
export const writeCursor = (cursor: Record<string, number | Record<string, string>>): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

const fromTheBeginning = {
  sv: 'Hämta listan från början: härifrån går det inte att fortsätta.',
  en: 'Fetch the list from its beginning: it cannot be continued from here.',
};

/** A cursor that was not written here, or is of another list. */
export const invalidCursor = (language: 'sv' | 'en'): Refused =>
  new Refused('invalid', { errors: [{ path: 'cursor', code: 'invalidCursor', message: fromTheBeginning[language] }] });

/** Reads a cursor of the list's own shape; one that was not written here is refused as invalid. */
export function readCursor<S extends z.ZodType>(
  text: string | undefined,
  shape: S,
  language: 'sv' | 'en',
): z.output<S> | undefined {
  if (!text) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw invalidCursor(language);
  }
}

/** The keys of a table page as they can stand in a cursor. */
export const keysOf = (key: Item): Record<string, string> =>
  Object.fromEntries(Object.entries(key).map(([name, value]) => [name, String(value)]));

/** The page that a call asks for of a list that is whole in memory. */
export function pageOf<T>(
  all: readonly T[],
  { query, language }: { query: { limit: number; cursor?: string | undefined }; language: 'sv' | 'en' },
): { items: T[]; nextCursor: string | null } {
  const from = readCursor(query.cursor, PlaceSchema, language)?.from ?? 0;
  const items = all.slice(from, from + query.limit);
  const next = from + items.length;
  return { items, nextCursor: next < all.length && items.length > 0 ? writeCursor({ from: next }) : null };
}
