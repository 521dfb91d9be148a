import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readLibrary, tryAll } from '#lib/server/register.ts';
import type { Actions, PageServerLoad } from './$types';

const SessionsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      device: z.string().nullable(),
      createdAt: z.string().nullable(),
      endsAt: z.string(),
      current: z.boolean(),
    }),
  ),
});
const TokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(['read', 'write']),
  expiresAt: z.string(),
});
const NewTokenSchema = z.object({ name: z.string(), token: z.string().nullable() });

/** One's own account: what it may do, where it is signed in, and its tokens. */
export const load: PageServerLoad = async (event) => {
  const [sessions, tokens, { actors }] = await Promise.all([
    callApi(event, '/api/v1/me/sessions', { schema: SessionsSchema }),
    tryAll(event, '/api/v1/me/tokens', {}, TokenSchema),
    readLibrary(event),
  ]);
  return {
    key: crypto.randomUUID(),
    sessions: orRefuse(event, sessions).items,
    tokens: orRefuse(event, tokens),
    actors: actors.filter(({ id }) => event.locals.me?.actorIds.includes(id)).map(({ name }) => name),
  };
};

/** Ends what the form names, and answers with the page as it is then; what was ended already is no fault. */
async function end(event: ApiEvent, path: string) {
  const form = await event.request.formData();
  const answer = await callApi(event, `/api/v1${path}/${encodeURIComponent(typedText(form, 'id'))}`, {
    method: 'DELETE',
    schema: z.unknown(),
  });
  if (!answer.ok && answer.status !== 404) return refuseForm(event, form, answer);
  redirect(303, '/konto');
}

export const actions: Actions = {
  endSession: (event) => end(event, '/me/sessions'),
  endToken: (event) => end(event, '/me/tokens'),
  endAll: async (event) => {
    const answer = await callApi(event, '/api/v1/me/sessions', { method: 'DELETE', schema: z.unknown() });
    if (!answer.ok) return refuseForm(event, await event.request.formData(), answer);
    redirect(303, '/logga-in');
  },
  makeToken: async (event) => {
    const form = await event.request.formData();
    const answer = await callApi(event, '/api/v1/me/tokens', {
      method: 'POST',
      body: { name: typedText(form, 'name'), scope: typedText(form, 'scope'), days: Number(typedText(form, 'days')) },
      schema: NewTokenSchema,
      idempotencyKey: typedText(form, 'key'),
    });
    if (answer.ok) return { made: answer.data };
    const { status, data } = refuseForm(event, form, answer);
    return fail(status, data);
  },
};
