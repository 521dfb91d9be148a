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

const CursorSchema = z.record(z.string(), z.union([z.string(), z.number(), z.record(z.string(), z.string())]));
type Cursor = z.infer<typeof CursorSchema>;

/** A place in a list as an opaque text. It holds keys only, so it gives nothing that the caller could not ask for. */
export const writeCursor = (cursor: Cursor | undefined): string | null =>
  cursor ? Buffer.from(JSON.stringify(cursor)).toString('base64url') : null;

/** A cursor that was not written here, or is of another list. */
export const invalidCursor = (): Refused =>
  new Refused('invalid', { errors: [{ path: 'cursor', code: 'invalidCursor', message: 'Hämta listan från början.' }] });

/** Reads a cursor; one that was not written here is refused as invalid. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  try {
    return CursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw invalidCursor();
  }
}

/** The keys of a table page as they can stand in a cursor. */
export const keysOf = (key: Item): Record<string, string> =>
  Object.fromEntries(Object.entries(key).map(([name, value]) => [name, String(value)]));

/** A page of a list that is whole in memory (the cached registers). */
export function pageOf<T>(
  all: readonly T[],
  query: { limit: number; cursor?: string | undefined },
): { items: T[]; nextCursor: string | null } {
  const from = Number(readCursor(query.cursor)?.['from'] ?? 0);
  const items = all.slice(from, from + query.limit);
  const next = from + items.length;
  return { items, nextCursor: next < all.length && items.length > 0 ? writeCursor({ from: next }) : null };
}
