import { sinceSum } from '@insatskollen/shared/publications/sinceSum.ts';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forRegionOnly, publicationPath, readPublication } from '#lib/publications/region.server.ts';
import { callApi } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readLibrary } from '#lib/server/register.ts';
import { areaOr404 } from '#lib/summary/area.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const done = ['sparat', 'publicerat', 'draget'] as const;

/** What an area shows anyone of a window, what it would show now, and what is written to go with it. */
export const load: PageServerLoad = async (event) => {
  forRegionOnly(event);
  const { area, window } = event.params;
  const [library, publication] = await Promise.all([readLibrary(event), readPublication(event, area, window)]);
  const { current, proposed } = publication;
  const names = new Map(
    library.strategy.strategicAreas.flatMap(({ focusAreas }) => focusAreas.map(({ id, name }) => [id, name] as const)),
  );
  return {
    area: areaOr404(library, area),
    publication,
    since: current ? sinceSum(current.sumOf, proposed.sumOf) : null,
    history: publication.history.map(({ withArea, ...change }) => ({
      ...change,
      withArea: withArea === null ? null : (names.get(withArea) ?? withArea),
    })),
    mayWrite: event.locals.me?.roles.includes('coordinator') === true,
    done: done.find((one) => one === event.url.searchParams.get('gjort')) ?? null,
    key: crypto.randomUUID(),
  };
};

async function act(
  event: RequestEvent,
  how: { method: 'PUT' | 'POST'; action: string; body: (form: FormData) => object; done: (typeof done)[number] },
) {
  const form = await event.request.formData();
  const { area, window } = event.params;
  const answer = await callApi(event, publicationPath(area, window) + how.action, {
    method: how.method,
    body: how.body(form),
    schema: z.looseObject({}),
    ifMatch: `"${typedText(form, 'version')}"`,
    idempotencyKey: typedText(form, 'key'),
  });
  if (!answer.ok) return refuseForm(event, form, answer);
  redirect(303, `/publicering/${area}/${window}?gjort=${how.done}`);
}

export const actions: Actions = {
  save: (event) =>
    act(event, { method: 'PUT', action: '', body: (form) => ({ text: typedText(form, 'text') }), done: 'sparat' }),
  publish: (event) => act(event, { method: 'POST', action: '/publish', body: () => ({}), done: 'publicerat' }),
  withdraw: (event) =>
    act(event, {
      method: 'POST',
      action: '/withdraw',
      body: (form) => ({ reason: typedText(form, 'reason') }),
      done: 'draget',
    }),
};
