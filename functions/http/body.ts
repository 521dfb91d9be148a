import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Context } from 'hono';
import { pathOf, unknownField } from './faults.ts';

const MAX_BYTES = 1024 * 1024;
/** No schema of ours looks deeper. */
const DEEPEST = 20;

/** Reads a JSON body: 413 over 1 MB, 415 when something else was sent, 400 when it cannot be read. Empty is `undefined`. */
export async function readJsonBody(c: Context, language: 'sv' | 'en'): Promise<{ raw: Uint8Array; value: unknown }> {
  const raw = await readAtMost(c.req.raw, MAX_BYTES);
  if (raw.length === 0) return { raw, value: undefined };
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && !type?.endsWith('+json')) throw new Refused('notJson');
  const value = parsed(raw);
  const errors = prototypesIn(value).map((path) => ({ path, code: 'unknownField', message: unknownField[language] }));
  if (errors.length > 0) throw new Refused('invalid', { errors });
  return { raw, value };
}

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw new Refused('malformed');
  }
}

/** Paths of every field called `__proto__`, which schemas pass over in silence: nothing that was sent is dropped unsaid. */
function prototypesIn(body: unknown): string[] {
  const found: string[] = [];
  const waiting: { value: unknown; path: readonly string[] }[] = [{ value: body, path: [] }];
  // A list of what waits and no recursion, for a body may be nested deeper than the stack.
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null || path.length > DEEPEST) continue;
    if (Object.hasOwn(value, '__proto__')) found.push(pathOf(...path, '__proto__'));
    for (const [name, inner] of Object.entries(value)) waiting.push({ value: inner, path: [...path, name] });
  }
  return found;
}

/** A body's bytes, and a refusal as soon as there are more than `limit`. */
export async function readAtMost(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Refused('tooLarge');
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | undefined = request.body ?? undefined;
  if (!body) return new Uint8Array();
  for await (const part of body) {
    size += part.length;
    if (size > limit) throw new Refused('tooLarge');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
