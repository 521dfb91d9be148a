import { fail } from '@sveltejs/kit';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { callApi } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readLibrary } from '#lib/server/register.ts';
import { actorChoices, InvitedSchema, showPerson } from '../people.server.ts';
import { administratorOrRefuse } from '../administrator.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form that invites somebody; its answer is the link. */
export const load: PageServerLoad = async (event) => {
  administratorOrRefuse(event);
  return { key: crypto.randomUUID(), actors: actorChoices(await readLibrary(event)) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { text, chosen } = fieldsOf(form);
    const body = {
      name: text('name'),
      email: text('email'),
      roles: chosen('roles'),
      actorIds: chosen('actorIds'),
    };
    const answer = await callApi(event, '/api/v1/people', {
      method: 'POST',
      body,
      schema: InvitedSchema,
      idempotencyKey: typedText(form, 'key'),
    });
    if (!answer.ok) {
      const { status, data } = refuseForm(event, form, answer);
      return fail(status, { ...data, shown: showPerson(body), invited: null });
    }
    const { person, invitationUrl: url, expiresAt } = answer.data;
    return { invited: { name: person.name, url, expiresAt } };
  },
};
