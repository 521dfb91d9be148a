import { PersonSchema, type Caller } from '@insatskollen/shared/people/person.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Env } from '../http/endpoint.ts';
import { createLimiter } from '../http/limit.ts';
import { problem } from '../http/problem.ts';
import { readSessionCookie } from './cookies.ts';
import { refuseCrossSite } from './crossSite.ts';
import { isTokenSecret } from './secrets.ts';
import { extendUsedSession, findSession } from './sessions.ts';
import { personOf } from './store.ts';
import { findToken } from './tokens.ts';

/** What the server in the same process passes beside the request; nothing that came over the network lands here by itself. */
const InProcessSchema = z.object({
  caller: z
    .object({ person: PersonSchema, scope: z.enum(['read', 'write']), via: z.enum(['session', 'token']) })
    .optional(),
  address: z.string().optional(),
});

/**
 * Finds out who is calling and sets `caller`; a forged or ended credential is as none, and the endpoint answers 401.
 * Then 429 for one who calls too often, then 403 for an unsafe request by cookie from another site.
 */
export function identify(deps: Deps): MiddlewareHandler<Env> {
  const limiter = createLimiter();
  return async (c, next) => {
    const given = inProcess(c).caller;
    const bearer = bearerOf(c);
    const caller = given ?? (bearer === undefined ? await callerBySession(deps, c) : await callerByToken(deps, bearer));
    if (caller) {
      const wait = limiter.take(caller.person.id, deps.systemNow());
      if (wait > 0) return tooMany(c, wait);
      if (!given && caller.via === 'session') refuseCrossSite(c, deps.settings.origin);
      c.set('caller', caller);
    }
    await next();
    return undefined;
  };
}

/** Limits what anyone can ask for without being signed in, by the address that the server says they come from. */
export function limitByAddress(deps: Deps): MiddlewareHandler<Env> {
  const limiter = createLimiter();
  return async (c, next) => {
    const wait = limiter.take(inProcess(c).address ?? 'anonymous', deps.systemNow());
    if (wait > 0) return tooMany(c, wait);
    await next();
    return undefined;
  };
}

function inProcess(c: Context<Env>): z.infer<typeof InProcessSchema> {
  return InProcessSchema.safeParse(c.env).data ?? {};
}

function tooMany(c: Context<Env>, seconds: number): Response {
  const answer = problem(c, 'tooMany');
  answer.headers.set('retry-after', String(seconds));
  return answer;
}

/** The bearer token as sent, `''` when it is missing from its header, `undefined` without such a header. */
function bearerOf(c: Context): string | undefined {
  const match = /^bearer(?:\s+(.*))?$/i.exec(c.req.header('authorization')?.trim() ?? '');
  return match ? (match[1] ?? '') : undefined;
}

async function callerByToken(deps: Deps, secret: string): Promise<Caller | undefined> {
  const found = isTokenSecret(secret) ? await findToken(deps, secret) : undefined;
  return found && { person: personOf(found.person), scope: found.scope, via: 'token' };
}

async function callerBySession(deps: Deps, c: Context): Promise<Caller | undefined> {
  const secret = readSessionCookie(c, deps.settings);
  const found = secret && (await findSession(deps, secret));
  if (!found || !(await extendUsedSession(deps, found.session))) return undefined;
  return { person: personOf(found.person), scope: 'write', via: 'session', sessionId: found.session.id };
}
