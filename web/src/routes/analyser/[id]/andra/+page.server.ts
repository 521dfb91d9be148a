import { AnalysisSchema } from '@insatskollen/shared/analyses/analysis.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { analysisFrom, analysisTelling, choicesFor, showAnalysis } from '../../analysisForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an analysis as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/analyser/${id}`);
  const [analysis, library] = await Promise.all([readOne(event, 'analyses', id, AnalysisSchema), readLibrary(event)]);
  const thing = AnalysisSchema.omit({ withdrawnAt: true }).parse(analysis);
  return {
    id,
    name: thing.title,
    choices: choicesFor(library),
    start: startOf(thing),
    key: crypto.randomUUID(),
    shown: showAnalysis(thing),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return send(event, form, {
      path: `/analyses/${encodeURIComponent(event.params.id)}`,
      method: 'PUT',
      thing: analysisFrom(form),
      show: showAnalysis,
      to: (id) => `/analyser/${id}`,
      ...analysisTelling(choicesFor(await readLibrary(event)), event.locals.language),
    });
  },
};
