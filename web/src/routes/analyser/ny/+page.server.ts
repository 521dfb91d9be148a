import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { newStart, send } from '#lib/edit/send.server.ts';
import { readLibrary } from '#lib/server/register.ts';
import { analysisFrom, analysisTelling, choicesFor, showAnalysis } from '../analysisForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an analysis that is not in the library yet; of the area that the address names. */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/analyser');
  const choices = choicesFor(await readLibrary(event));
  const focusAreas = event.url.searchParams.getAll('omrade');
  return { choices, start: newStart, key: crypto.randomUUID(), shown: showAnalysis({ focusAreas }) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: '/analyses',
      method: 'POST',
      thing: analysisFrom(form),
      show: showAnalysis,
      to: (id) => `/analyser/${id}`,
      ...analysisTelling(choicesFor(await readLibrary(event)), event.locals.language),
    });
  },
};
