import { noticeKinds, optionalKinds, PreferencesSchema } from '@insatskollen/shared/notices/preferences.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const AnswerSchema = z.object({
  ...PreferencesSchema.shape,
  version: z.number(),
  kinds: z.array(z.object({ kind: z.enum(noticeKinds), optional: z.boolean() })),
});
const path = '/api/v1/me/preferences';

/** How one wants to be told of things. */
export const load: PageServerLoad = async (event) => {
  const { off, kinds, ...preferences } = orRefuse(event, await callApi(event, path, { schema: AnswerSchema }));
  return {
    ...preferences,
    key: crypto.randomUUID(),
    wanted: optionalKinds.filter((kind) => !off.includes(kind)),
    optional: kinds.filter((one) => one.optional).map(({ kind }) => kind),
    always: kinds.filter((one) => !one.optional).map(({ kind }) => kind),
    saved: event.url.searchParams.has('sparat'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const wanted = form.getAll('wanted').map(String);
    const answer = await callApi(event, path, {
      method: 'PUT',
      body: {
        language: typedText(form, 'language'),
        rhythm: typedText(form, 'rhythm'),
        off: optionalKinds.filter((kind) => !wanted.includes(kind)),
      },
      schema: AnswerSchema,
      ifMatch: `"${typedText(form, 'version')}"`,
      idempotencyKey: typedText(form, 'key'),
    });
    if (answer.ok) redirect(303, '/konto/paminnelser?sparat');
    const { status, data } = refuseForm(event, form, answer);
    return fail(status, { ...data, wanted });
  },
};
