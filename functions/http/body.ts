import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Context } from 'hono';

const MAX_BYTES = 1024 * 1024;

/** Reads a JSON body: 413 over 1 MB, 415 when something else was sent, 400 when it cannot be read. Empty is `undefined`. */
export async function readJsonBody(c: Context): Promise<{ raw: Uint8Array; value: unknown }> {
  const raw = await readAtMost(c.req.raw, MAX_BYTES);
  if (raw.length === 0) return { raw, value: undefined };
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && !type?.endsWith('+json')) throw new Refused('notJson');
  try {
    return { raw, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)) };
  } catch {
    throw new Refused('malformed');
  }
}

async function readAtMost(request: Request, limit: number): Promise<Uint8Array> {
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
