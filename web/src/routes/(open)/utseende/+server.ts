import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/localPath.ts';
import { LOOK_COOKIE, lookFrom } from '#lib/look.ts';
import { typedText } from '#lib/server/form.ts';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the choice of light or dark and goes back to the page where it was made. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  cookies.set(LOOK_COOKIE, lookFrom(typedText(form, 'look')), {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
  redirect(303, localPath(typedText(form, 'returnTo')));
};
