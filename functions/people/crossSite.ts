import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Context } from 'hono';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses an unsafe request by cookie that another site may have made the browser send (`crossSite`).
 * A browser sends `Origin` with every POST; `Sec-Fetch-Site` stands in for it where a privacy setting removes it.
 */
export function refuseCrossSite(c: Context, origin: string): void {
  if (safe.has(c.req.method)) return;
  const ours = c.req.header('origin') === origin || c.req.header('sec-fetch-site') === 'same-origin';
  if (!ours) throw new Refused('crossSite');
}
