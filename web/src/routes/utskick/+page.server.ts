import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const PageSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['digest', 'letter']),
      personId: z.string(),
      at: z.string(),
      attempts: z.number(),
      fault: z.enum(['refused', 'unreachable', 'noAnswer']).nullable(),
    }),
  ),
  people: z.record(z.string(), z.string()),
  nextCursor: z.string().nullable(),
});
const states = ['dead', 'waiting', 'sent'] as const;
const LIMIT = '50';

/** Letters that could not be sent, or are to be, or were. For administrators, as the API has it. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const state = states.find((one) => one === searchParams.get('lage')) ?? 'dead';
  const cursor = searchParams.get('fran');
  const query = new URLSearchParams({ state, limit: LIMIT, ...(cursor === null ? {} : { cursor }) });
  const answer = await callApi(event, `/api/v1/notices/outbox?${query.toString()}`, { schema: PageSchema });
  const { items, people, nextCursor } = orRefuse(event, answer);
  return {
    state,
    states,
    nextCursor,
    done: searchParams.has('igen'),
    letters: items.map((item) => ({ ...item, name: people[item.personId] ?? null })),
  };
};

export const actions: Actions = {
  again: async (event) => {
    const form = await event.request.formData();
    const answer = await callApi(event, `/api/v1/notices/outbox/${encodeURIComponent(typedText(form, 'id'))}/redrive`, {
      method: 'POST',
      schema: z.unknown(),
    });
    // Where somebody else has tried it again already, that is what was wanted.
    if (!answer.ok && answer.status !== 409) return refuseForm(event, form, answer);
    redirect(303, '/utskick?igen');
  },
};
