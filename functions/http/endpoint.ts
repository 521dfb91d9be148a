import { createHash } from 'node:crypto';
import { refusalFor, type Action } from '@insatskollen/shared/people/permissions.ts';
import type { Caller } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from './faults.ts';
import { idempotencyFor, Replay, type Idempotency } from './idempotency.ts';
import { readJsonBody } from './body.ts';
import { problem } from './problem.ts';
import { readUpload, type Upload } from './upload.ts';

export type Env = { Variables: { caller: Caller | undefined; language: 'sv' | 'en' } };
export type Api = Hono<Env>;

/** What a route is, from one source: its checks, its types and its entry in the OpenAPI document. */
export interface Endpoint<Q extends z.ZodType, B extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Path in OpenAPI's form, from `/api/v1`: `/reports/{agreementId}/{period}`. */
  path: string;
  summary: string;
  /** What a caller's roles and scope must ever allow. */
  action: Action;
  query?: Q;
  body?: B;
  /** Schema of the answer, which is also checked in tests; `status` is that of success. */
  answer: z.ZodType;
  /** What the answer is, or may be, where it is not JSON: then it is a file. */
  answerType?: string | readonly string[];
  /** True where a file is sent, in the field `file` of a form. */
  upload?: true;
  status?: 200 | 201 | 202 | 204;
  /** True where it may also answer 202, with the same: it is kept, and goes on. */
  mayGoOn?: true;
  /** True where `If-Match` is read. */
  ifMatch?: boolean;
}

/** One request that is allowed by role; what it is about is still to be loaded and permitted. */
export interface Call<Q, B> {
  caller: Caller;
  language: 'sv' | 'en';
  params: Record<string, string>;
  query: Q;
  /** Reads and checks the body: 413, 415, 400, 422 in that order; a repeated idempotency key answers here. */
  readBody(): Promise<B>;
  /** Reads the file in the field `file`: 413, 415, 400, 422 in that order; a repeated idempotency key answers here. */
  readFile(): Promise<Upload>;
  /** `If-Match` as sent, without quotes; `*` as it is. Refuses with 428 when missing. */
  ifMatch(): string;
  /** The write that remembers this request's answer, to go into the same transaction; none without a key. */
  idempotency: Idempotency;
  json(body: unknown, options?: { status?: 200 | 201 | 202; etag?: string }): Response;
}

/** No id of ours is longer, and the table takes no key of more than 2,048 bytes. */
const LONGEST_ID = 200;

const declared: Endpoint<z.ZodType, z.ZodType>[] = [];
/** All endpoints declared so far, in order, for the OpenAPI document. */
export const declaredEndpoints = (): readonly Endpoint<z.ZodType, z.ZodType>[] => declared;

/** Mounts an endpoint on the app. The order of refusals is the contract's: 401, 403, then whatever `handle` finds. */
export function mount<Q extends z.ZodType, B extends z.ZodType>(
  api: Api,
  deps: Deps,
  endpoint: Endpoint<Q, B>,
  handle: (call: Call<z.output<Q>, z.output<B>>) => Promise<Response>,
): void {
  if (!declared.some((other) => other.method === endpoint.method && other.path === endpoint.path))
    declared.push(endpoint);
  api.on(endpoint.method.toUpperCase(), routeOf(endpoint.path), async (c) => {
    const caller = c.get('caller');
    if (!caller) throw new Refused('notSignedIn');
    const refusal = refusalFor(caller, endpoint.action);
    if (refusal) throw new Refused(refusal);
    const params: Record<string, string> = c.req.param();
    if (Object.values(params).some(({ length }) => length > LONGEST_ID)) throw new Refused('notFound');
    const query = endpoint.query ? parseOrRefuse(endpoint.query, queryOf(c), c.get('language')) : undefined;
    const idempotency = idempotencyFor(
      deps,
      caller,
      c.req.method,
      new URL(c.req.url).pathname,
      c.req.header('idempotency-key'),
      c.get('language'),
    );
    try {
      return await handle({
        caller,
        language: c.get('language'),
        params,
        query: query as z.output<Q>,
        readBody: async () => {
          const { raw, value } = await readJsonBody(c, c.get('language'));
          await idempotency.recall(createHash('sha256').update(raw).digest('hex'));
          return (
            endpoint.body ? parseOrRefuse(endpoint.body, value ?? {}, c.get('language')) : undefined
          ) as z.output<B>;
        },
        readFile: async () => {
          const file = await readUpload(c, c.get('language'));
          await idempotency.recall(createHash('sha256').update(file.bytes).digest('hex'));
          return file;
        },
        ifMatch: () => readIfMatch(c),
        idempotency,
        json: (body, options = {}) =>
          c.json(body, options.status ?? 200, { ...(options.etag ? { etag: `"${options.etag}"` } : {}), ...noStore }),
      });
    } catch (thrown) {
      if (thrown instanceof Replay) return thrown.answer();
      throw thrown;
    }
  });
}

/** What is mounted takes its own methods only: others are 405, and told which do. To be called when all is mounted. */
export function refuseOtherMethods(api: Api): void {
  const methods = Map.groupBy(declared, ({ path }) => path);
  for (const [path, endpoints] of methods) {
    const allow = endpoints.map(({ method }) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase())).join(', ');
    api.all(routeOf(path), (c) => {
      if (!c.get('caller')) throw new Refused('notSignedIn');
      const answer = problem(c, 'methodNotAllowed');
      answer.headers.set('allow', allow);
      return answer;
    });
  }
}

const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

export const noStore = { 'cache-control': 'no-store' } as const;

function queryOf(c: Context): Record<string, string> {
  return Object.fromEntries(new URL(c.req.url).searchParams);
}

function readIfMatch(c: Context): string {
  const header = c.req.header('if-match')?.trim();
  if (!header) throw new Refused('versionNeeded');
  return header === '*' ? '*' : header.replace(/^"(.*)"$/, '$1');
}
