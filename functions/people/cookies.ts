import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Settings } from '../deps.ts';
import { isSecret } from './secrets.ts';

const SIGN_IN_SECONDS = 10 * 60;

/**
 * Names of the session's cookie and of the one that binds a sign-in under way to its browser.
 * `__Host-` needs https; on one machine the port is in the name instead, since cookies ignore ports.
 */
export function cookieNames(origin: string): { session: string; signIn: string; secure: boolean } {
  const { protocol, port } = new URL(origin);
  if (protocol === 'https:') {
    return { session: '__Host-insatskollen', signIn: '__Host-insatskollen-inloggning', secure: true };
  }
  const suffix = port || '80';
  return { session: `insatskollen-${suffix}`, signIn: `insatskollen-inloggning-${suffix}`, secure: false };
}

const kept = (secure: boolean) => ({ httpOnly: true, sameSite: 'Lax', path: '/', secure }) as const;

/** The secret in the session's cookie, or `undefined` when there is none that could be one of ours. */
export function readSessionCookie(c: Context, settings: Settings): string | undefined {
  return readSecret(c, cookieNames(settings.origin).session);
}

/** Without `Max-Age`: the session's own limits rule, and it ends with the browser at the latest. */
export function writeSessionCookie(c: Context, settings: Settings, secret: string): void {
  const { session, secure } = cookieNames(settings.origin);
  setCookie(c, session, secret, kept(secure));
}

export function clearSessionCookie(c: Context, settings: Settings): void {
  const { session, secure } = cookieNames(settings.origin);
  deleteCookie(c, session, kept(secure));
}

export function readSignInCookie(c: Context, settings: Settings): string | undefined {
  return readSecret(c, cookieNames(settings.origin).signIn);
}

export function writeSignInCookie(c: Context, settings: Settings, secret: string): void {
  const { signIn, secure } = cookieNames(settings.origin);
  setCookie(c, signIn, secret, { ...kept(secure), maxAge: SIGN_IN_SECONDS });
}

function readSecret(c: Context, name: string): string | undefined {
  const value = getCookie(c, name);
  return value !== undefined && isSecret(value) ? value : undefined;
}
