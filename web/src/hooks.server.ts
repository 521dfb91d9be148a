import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { errorWords } from '#lib/frame/errorWords.server.ts';
import { LANGUAGE_COOKIE, languageFrom } from '#lib/i18n/language.ts';
import { LOOK_COOKIE, lookFrom } from '#lib/look.ts';
import { signInPath } from '#lib/server/api.ts';
import { anyone, visitorOf } from '#lib/server/visitor.ts';

/** Pages that anyone may open live in this group of routes; every other page asks for sign-in before it is even tried. */
const OPEN = '/(open)';
/** … and of these the ones that are the same for everyone, whoever is signed in: nobody is looked for, and anyone may keep them a while. */
const PUBLIC = '/(open)/publikt';
/** A browser asks each time whether a page is still the same, so that what is withdrawn is gone; what stands between may keep it a while. */
const PUBLIC_CACHE = 'public, max-age=0, s-maxage=300';

const headers = {
  'cache-control': 'private, no-store',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export const handle: Handle = async ({ event, resolve }) => {
  const { locals } = event;
  locals.language = languageFrom(event.cookies.get(LANGUAGE_COOKIE));
  locals.look = lookFrom(event.cookies.get(LOOK_COOKIE));
  locals.kept = null;
  locals.conflicted = false;
  const isPublic = event.route.id?.startsWith(PUBLIC) === true;
  const visitor = await (isPublic ? anyone(event) : visitorOf(event));
  locals.me = visitor.me;
  locals.session = visitor.session;
  locals.demo = visitor.demo;
  locals.now = visitor.now;
  // A form is never sent away: its action answers with everything that was typed.
  const asks = event.request.method === 'GET' && event.route.id !== null && !event.route.id.startsWith(OPEN);
  if (asks && visitor.signedOut) redirect(303, signInPath(event.url));
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', locals.language).replace('%look%', locals.look),
    preload: ({ type, path }) => type !== 'font' || path.includes('latin-wght'),
  });
  if (isPublic && response.ok) {
    response.headers.set('cache-control', PUBLIC_CACHE);
    // By which the language and the look are chosen.
    response.headers.append('vary', 'cookie');
  }
  for (const [name, value] of Object.entries(headers))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
};

/**
 * What nobody foresaw is logged by kind and place, never by content; refusals and missing pages say what they are. The words of
 * the page come with the error, so that the browser needs few of its own.
 */
export const handleError: HandleServerError = (caught) => {
  const { event } = caught;
  const language = languageFrom(event.cookies.get(LANGUAGE_COOKIE));
  if (caught.kind !== 'unknown') return { words: errorWords(caught.error, language) };
  const { error } = caught;
  const { name, place } = kindAndPlace(error);
  console.error(JSON.stringify({ level: 'error', event: 'page', name, place, route: event.route.id }));
  return { words: errorWords({ status: 500, message: '' }, language) };
};
