import { redirect } from '@sveltejs/kit';
import { LANGUAGE_COOKIE, languageFrom } from '#lib/i18n/language.ts';
import { localPath } from '#lib/localPath.ts';
import { typedText } from '#lib/server/form.ts';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the chosen language and goes back to the page where it was chosen. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  cookies.set(LANGUAGE_COOKIE, languageFrom(typedText(form, 'language')), {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
  redirect(303, localPath(typedText(form, 'returnTo')));
};
