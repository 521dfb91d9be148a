import { callApi } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readOne } from '#lib/server/register.ts';
import { InvitedSchema, PersonSchema } from '../../people.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Another link for somebody who has an account. */
export const load: PageServerLoad = async (event) => {
  const { id, name } = await readOne(event, 'people', event.params.id, PersonSchema);
  return { id, name, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await callApi(event, `/api/v1/people/${encodeURIComponent(event.params.id)}/invitation`, {
      method: 'POST',
      schema: InvitedSchema,
      idempotencyKey: typedText(form, 'key'),
    });
    if (!answer.ok) return refuseForm(event, form, answer);
    const { person, invitationUrl: url, expiresAt } = answer.data;
    return { invited: { name: person.name, url, expiresAt } };
  },
};
