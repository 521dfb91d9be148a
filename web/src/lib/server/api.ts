import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { ZodType } from 'zod';
import { refusalFrom, type Refusal } from './refusal.ts';

/** What a call needs of the SvelteKit event; `load`, actions and hooks all have it. */
export type ApiEvent = Pick<RequestEvent, 'platform' | 'request' | 'url' | 'locals'>;

export interface Answer<Data> {
  ok: true;
  status: number;
  data: Data;
  /** The strong ETag as sent, with its quotes: give it back as `If-Match`. */
  etag: string | null;
}
export type ApiAnswer<Data> = Answer<Data> | Refusal;

interface Call<Data> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Sent in a form instead, in the field `file`. */
  file?: File;
  /** The shape the answer must have; anything else is a fault of ours and ends as 500. */
  schema: ZodType<Data>;
  /** The ETag or `*` that a change starts from. */
  ifMatch?: string;
  idempotencyKey?: string;
}

/**
 * Calls the API in process, as the visitor: this is the only file in the web room that does. `path` begins with `/api/`.
 * Refusals are answers (`ok: false`), never thrown.
 */
export async function callApi<Data>(event: ApiEvent, path: string, call: Call<Data>): Promise<ApiAnswer<Data>> {
  const send = event.platform?.req.api;
  if (!send) return refusalFrom(503, null, {});
  const { method = 'GET' } = call;
  const headers = new Headers({ accept: 'application/json', 'accept-language': event.locals.language });
  const cookie = event.request.headers.get('cookie');
  if (cookie) headers.set('cookie', cookie);
  // SvelteKit has already refused forms from other sites; the API sees our own origin and nothing that a browser claims.
  if (method !== 'GET') headers.set('origin', event.url.origin);
  if (call.ifMatch !== undefined) headers.set('if-match', call.ifMatch);
  if (call.idempotencyKey !== undefined) headers.set('idempotency-key', call.idempotencyKey);
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  const body = call.file ? formWith(call.file) : call.body === undefined ? null : JSON.stringify(call.body);
  const response = await send(new Request(new URL(path, event.url), { method, headers, body }));
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return refusalFrom(response.status, response.headers.get('retry-after'), answer);
  return { ok: true, status: response.status, data: call.schema.parse(answer), etag: response.headers.get('etag') };
}

/**
 * The data of an answer that a page cannot do without. Otherwise: someone who is signed out goes to sign in and comes back
 * here; every other refusal is the error page with the refusal's own words.
 */
export function orRefuse<Data>(event: ApiEvent, answer: ApiAnswer<Data>): Data {
  if (answer.ok) return answer.data;
  if (answer.status === 401 && event.request.method === 'GET') redirect(303, signInPath(event.url));
  error(answer.status, {
    message: answer.detail,
    code: answer.code,
    ...(answer.retryAfter === null ? {} : { retryAfter: answer.retryAfter }),
  });
}

/** The sign-in page, and back to this address afterwards. */
export const signInPath = (url: URL): string => `/logga-in?returnTo=${encodeURIComponent(url.pathname + url.search)}`;

function formWith(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
