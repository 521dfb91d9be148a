import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { Refused, refusals, type RefusalCode } from '@insatskollen/shared/refusals.ts';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ConditionFailed, TableAway } from '../table/retry.ts';
import type { Env } from './endpoint.ts';

const problemHeaders = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };
const unforeseen = {
  sv: 'Något gick fel i tjänsten. Försök igen om en stund.',
  en: 'Something went wrong in the service. Try again in a moment.',
};
const RETRY_AFTER_SECONDS = { tooMany: 10, busy: 2, tableAway: 5 } as const;

/** Turns whatever was thrown into `application/problem+json`. What nobody foresaw is 500, logged by kind and never by content. */
export function problemFrom(error: unknown, c: Context<Env>): Response {
  if (error instanceof Refused) return problem(c, error.code, error.extra);
  if (error instanceof TableAway) return problem(c, 'tableAway');
  if (error instanceof ConditionFailed) return problem(c, 'busy');
  if (error instanceof HTTPException) return problem(c, error.status === 413 ? 'tooLarge' : 'malformed');
  const { name, place } = kindAndPlace(error);
  console.error(JSON.stringify({ level: 'error', event: 'unforeseen', name, place, method: c.req.method }));
  const detail = unforeseen[c.get('language') === 'en' ? 'en' : 'sv'];
  const body = { type: 'about:blank', title: detail.split('. ')[0], status: 500, detail, code: 'unforeseen' };
  return new Response(JSON.stringify(body), { status: 500, headers: problemHeaders });
}

/** A refusal of the catalogue as an answer, in the caller's language. */
export function problem(c: Context<Env>, code: RefusalCode, extra: Readonly<Record<string, unknown>> = {}): Response {
  const { status, ...text } = refusals[code];
  const headers: Record<string, string> = { ...problemHeaders };
  if (code === 'tooMany' || code === 'busy' || code === 'tableAway')
    headers['retry-after'] = String(RETRY_AFTER_SECONDS[code]);
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  const detail = c.get('language') === 'en' ? text.en : text.sv;
  return new Response(
    JSON.stringify({
      type: `/api/docs#${code}`,
      title: detail.split('. ')[0]?.replace(/\.$/, ''),
      status,
      detail,
      code,
      ...extra,
    }),
    { status, headers },
  );
}
