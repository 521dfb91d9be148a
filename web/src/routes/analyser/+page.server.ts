import { AnalysisSchema } from '@insatskollen/shared/analyses/analysis.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { orRefuse } from '#lib/server/api.ts';
import { readLibrary, tryAll } from '#lib/server/register.ts';
import { choicesFor, namesIn } from './analysisForm.server.ts';
import type { PageServerLoad } from './$types';

/** The library of analyses, all or those about an area or a priority, the latest first. */
export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const mayChange = mayChangeRegister(event);
  const library = await readLibrary(event);
  const choices = choicesFor(library);
  const names = namesIn(choices);
  const about = query.get('om') ?? '';
  const isPriority = choices.priorities.some(({ value }) => value === about);
  const out = mayChange && query.has('borttagna');
  const wanted = {
    ...(names.has(about) ? { [isPriority ? 'rusPriority' : 'focusArea']: about } : {}),
    ...(out ? { withdrawn: 'true' } : {}),
  };
  const list = orRefuse(event, await tryAll(event, '/api/v1/analyses', wanted, AnalysisSchema));
  return {
    ...{ choices, mayChange, out, about: names.has(about) ? about : '' },
    analyses: list.map(({ id, title, publisher, day, summary, audience, focusAreas, rusPriorities }) => ({
      ...{ id, title, publisher, day, summary },
      regionOnly: audience === 'region',
      // Priorities are wide: an analysis that is about areas is found by those.
      about: (focusAreas.length > 0 ? focusAreas : rusPriorities).map((of) => names.get(of) ?? of),
    })),
  };
};
