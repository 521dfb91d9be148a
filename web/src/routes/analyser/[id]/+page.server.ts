import { AnalysisSchema } from '@insatskollen/shared/analyses/analysis.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { redirect } from '@sveltejs/kit';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { callApi } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { analysisTelling, choicesFor, namesIn } from '../analysisForm.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** One analysis: what it says, what it means for the region, and where it is read. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const [analysis, library] = await Promise.all([readOne(event, 'analyses', id, AnalysisSchema), readLibrary(event)]);
  const choices = choicesFor(library);
  const names = namesIn(choices);
  const named = (of: string) => ({ id: of, name: names.get(of) ?? of });
  const query = event.url.searchParams;
  return {
    analysis,
    host: analysis.url === null ? null : new URL(analysis.url).hostname.replace(/^www\./, ''),
    areas: analysis.focusAreas.map(named),
    priorities: analysis.rusPriorities.map(named),
    seesResults: readsForRegion(event.locals.me?.roles ?? []),
    mayChange: mayChangeRegister(event),
    saved: query.has('sparat'),
    back: query.has('tillbaka'),
    key: crypto.randomUUID(),
    history: await readHistory(
      event,
      `/analyses/${encodeURIComponent(id)}`,
      analysisTelling(choices, event.locals.language),
    ),
  };
};

/** What a form sends of an analysis. */
const ContentSchema = AnalysisSchema.omit({ id: true, version: true, withdrawnAt: true });

/** Sends a change that starts from the version which the page showed. */
async function change(event: RequestEvent, call: { method: 'PUT' | 'DELETE'; body?: object }, to: string) {
  const form = await event.request.formData();
  const path = `/api/v1/analyses/${encodeURIComponent(event.params.id)}`;
  const answer = await callApi(event, path, {
    ...call,
    schema: AnalysisSchema,
    ifMatch: `"${typedText(form, 'version')}"`,
    idempotencyKey: typedText(form, 'key'),
  });
  if (!answer.ok) return refuseForm(event, form, answer);
  redirect(303, `/analyser/${event.params.id}${to}`);
}

export const actions: Actions = {
  takeOut: (event) => change(event, { method: 'DELETE' }, ''),
  putBack: async (event) => {
    const body = await readOne(event, 'analyses', event.params.id, ContentSchema);
    return change(event, { method: 'PUT', body }, '?tillbaka');
  },
};
